package org.einlass.server.erasure;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.DataKeyTable;
import org.einlass.server.device.RosterHolders;
import org.einlass.server.feed.Feed;
import org.einlass.server.feed.RosterAudience;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Which devices hold no more what was erased. One has acknowledged as soon as its heartbeat says that it follows the
 * roster further than the erasure, or that it has wiped itself. Any thread may call it.
 */
public final class AcknowledgedErasures {
    private final Store store;
    private final DataKeyTable dataKeys;
    private final Clock clock;

    public AcknowledgedErasures(Store store, DataKeyTable dataKeys, Clock clock) {
        this.store = store;
        this.dataKeys = dataKeys;
        this.clock = clock;
    }

    /** Notes what devices of an event have said since. */
    void look(EventId event) {
        Map<ErasureTable.Waiting, Instant> done = store.read(handle -> done(handle, event));
        if (done.isEmpty()) {
            return;
        }
        store.write(WriteKey.of(event), transaction -> {
                    done.forEach((waiting, at) -> ErasureTable.acknowledge(transaction.handle(), event, waiting, at));
                    return event;
                })
                .toCompletableFuture()
                .join();
    }

    private Map<ErasureTable.Waiting, Instant> done(Handle handle, EventId event) {
        List<ErasureTable.Waiting> waiting = ErasureTable.waiting(handle, event);
        Map<ErasureTable.Waiting, Instant> done = new HashMap<>();
        if (waiting.isEmpty()) {
            return done;
        }
        Map<String, RosterHolders.Holder> holders = new HashMap<>();
        RosterHolders.of(handle, event)
                .forEach(holder -> holders.put(holder.device().text(), holder));
        Optional<UUID> own = Feed.end(handle, event).map(RosterCursor::incarnation);
        for (ErasureTable.Waiting one : waiting) {
            Instant at = acknowledged(handle, event, one, holders.get(one.device()), own);
            if (at != null) {
                done.put(one, at);
            }
        }
        return done;
    }

    private @Nullable Instant acknowledged(
            Handle handle,
            EventId event,
            ErasureTable.Waiting waiting,
            RosterHolders.@Nullable Holder holder,
            Optional<UUID> own) {
        if (holder == null) {
            return null;
        }
        if (holder.wipedAt() != null && holder.enrolment() == waiting.enrolment()) {
            return holder.wipedAt();
        }
        RosterCursor roster = holder.roster();
        if (waiting.wholeEvent() || roster == null || own.isEmpty() || roster.number() < waiting.number()) {
            return null;
        }
        UUID expected = holder.desk()
                ? RosterAudience.DESKS.incarnation(
                        own.get(), dataKeys.find(handle, event).orElse(null))
                : RosterAudience.DOORS.incarnation(own.get(), null);
        Instant seen = holder.seenAt();
        return expected.equals(roster.incarnation()) ? (seen == null ? clock.instant() : seen) : null;
    }
}
