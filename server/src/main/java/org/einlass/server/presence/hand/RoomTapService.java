package org.einlass.server.presence.hand;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventConfig;
import org.einlass.server.event.EventConfigCache;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.journal.JournalIngest;
import org.einlass.server.journal.JournalTables;
import org.einlass.server.journal.ReceivedJournal;
import org.einlass.server.journal.quota.DeviceQuotaTable;
import org.einlass.server.presence.HeadCountTable;
import org.einlass.server.rejection.Rejected;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Takes what people press on the page of a room, as counts in the journal. One more or fewer counts from what
 * stands there when it comes in; a count of all holds for the moment when it was made. Any thread may call it.
 */
public final class RoomTapService {
    /** As many as a phone sends at once. */
    public static final int MOST = 20;

    /** A tap that is older comes from a phone that was put away; nobody knows what it means. */
    private static final Duration OLDEST = Duration.ofHours(24);

    /** About what a count takes in the journal; it counts against the quota of the phone. */
    private static final int BYTES_OF_COUNT = 400;

    private static final int MOST_PEOPLE = 1_000_000;
    private static final Wording BAD = new Wording("Diese Eingabe lässt sich nicht lesen.", "This tap cannot be read.");
    private static final Wording LIKE_THIS = new Wording(
            "Bitte id, kind (MORE, FEWER, COUNTED), people (0 bis 1000000, nur zu COUNTED) und age in Sekunden angeben,"
                    + " höchstens 20 zugleich.",
            "Give id, kind (MORE, FEWER, COUNTED), people (0 to 1000000, with COUNTED only) and age in seconds, at most"
                    + " 20 at once.");

    private final Store store;
    private final EventConfigCache eventConfigs;
    private final JournalIngest ingest;
    private final JournalTables journal;
    private final Clock clock;
    private final HeadCountTable headCounts = new HeadCountTable();
    private final BootId boot = new BootId(UUID.randomUUID());
    private final Instant booted;
    private Instant last = Instant.MIN;

    public RoomTapService(
            Store store, EventConfigCache eventConfigs, JournalIngest ingest, JournalTables journal, Clock clock) {
        this.store = store;
        this.eventConfigs = eventConfigs;
        this.ingest = ingest;
        this.journal = journal;
        this.clock = clock;
        this.booted = clock.instant().minus(OLDEST.multipliedBy(2));
    }

    /**
     * Takes taps in their order, all or none; those that came before change nothing.
     *
     * @param writer under which name they stand in the journal; no device has it
     * @return people in the room then
     */
    public CompletionStage<Long> take(EventId event, AreaId area, DeviceId writer, List<RoomTap> taps) {
        check(taps);
        return store.writeAlone(WriteKey.of(event), transaction -> {
            Handle handle = transaction.handle();
            EventConfig config = eventConfigs
                    .find(handle, event)
                    .filter(found -> found.areas().containsKey(area))
                    .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
            long written = count(transaction, config, area, writer, taps);
            if (written > 0) {
                DeviceQuotaTable.Taken taken = new DeviceQuotaTable.Taken(written, written * BYTES_OF_COUNT);
                DeviceQuotaTable.add(handle, event, Map.of(writer, taken));
            }
            return headCounts.of(handle, event, config.phase(), area);
        });
    }

    /**
     * Writes the counts that taps make, those of one body together. What stands in the room after a count of the past is
     * asked anew: later counts and passages may outweigh it.
     *
     * @return how many were new
     */
    private long count(Transaction transaction, EventConfig config, AreaId area, DeviceId writer, List<RoomTap> taps) {
        Handle handle = transaction.handle();
        EventId event = config.event();
        Set<EntryId> ids = taps.stream().map(RoomTapService::id).collect(Collectors.toSet());
        Set<EntryId> known = new HashSet<>(journal.facts().reported(handle, event, ids));
        List<ReceivedJournal> counts = new ArrayList<>();
        long people = headCounts.of(handle, event, config.phase(), area);
        long written = 0;
        for (RoomTap tap : taps) {
            if (!known.add(id(tap))) {
                continue;
            }
            JournalEntry.Counted count = count(config, area, tap, people);
            counts.add(ReceivedJournal.ofServer(event, writer, count));
            people = count.people();
            written++;
            if (isOfThePast(tap)) {
                ingest.in(transaction, counts);
                counts.clear();
                people = headCounts.of(handle, event, config.phase(), area);
            }
        }
        if (!counts.isEmpty()) {
            ingest.in(transaction, counts);
        }
        return written;
    }

    private JournalEntry.Counted count(EventConfig config, AreaId area, RoomTap tap, long now) {
        Integer counted = tap.people();
        long people = counted == null ? Math.max(0, now + (tap.kind() == RoomTap.Kind.MORE ? 1 : -1)) : counted;
        Instant at = isOfThePast(tap) ? clock.instant().minusSeconds(age(tap)) : next();
        DeviceTime time = new DeviceTime(at, boot, Duration.between(booted, at), Duration.ZERO, Duration.ZERO);
        EntryHead head = new EntryHead(id(tap), 1, config.phase(), time, null);
        return new JournalEntry.Counted(head, area, (int) people);
    }

    private static EntryId id(RoomTap tap) {
        return Objects.requireNonNull(tap.id());
    }

    private static boolean isOfThePast(RoomTap tap) {
        return age(tap) > 0 && tap.people() != null;
    }

    /** Each tap of one moment has a time of its own: of two counts at one time nobody could say which was later. */
    private synchronized Instant next() {
        Instant now = clock.instant();
        last = now.isAfter(last) ? now : last.plusMillis(1);
        return last;
    }

    private static long age(RoomTap tap) {
        Long age = tap.age();
        return age == null ? 0 : age;
    }

    /** Checks what a phone sends. @throws Rejected where a tap cannot be read, or there are too many */
    public static void check(List<RoomTap> taps) {
        if (taps.size() > MOST) {
            throw Rejected.badValue(BAD, LIKE_THIS, "taps");
        }
        taps.forEach(RoomTapService::checkOne);
    }

    private static void checkOne(@Nullable RoomTap tap) {
        boolean readable = tap != null
                && tap.id() != null
                && tap.kind() != null
                && age(tap) >= 0
                && age(tap) <= OLDEST.toSeconds()
                && isCount(tap);
        if (!readable) {
            throw Rejected.badValue(BAD, LIKE_THIS, "taps");
        }
    }

    private static boolean isCount(RoomTap tap) {
        Integer people = tap.people();
        return tap.kind() == RoomTap.Kind.COUNTED
                ? people != null && people >= 0 && people <= MOST_PEOPLE
                : people == null;
    }
}
