package org.einlass.server.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.RosterRow;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.server.admission.Span;
import org.einlass.server.database.Store;
import org.einlass.server.rest.Json;
import org.jdbi.v3.core.Handle;

/**
 * Whole rosters as immutable files, each of one read transaction. One of an event is written at a time and serves all
 * devices that ask within the next minutes: the changes bring them from there to now.
 */
final class Snapshots {
    private static final Logger LOG = System.getLogger(Snapshots.class.getName());
    private static final ObjectMapper JSON = Json.mapper();
    private static final Pattern NAME = Pattern.compile("[0-9a-f-]{36}-[0-9]{1,19}\\.ndjson");
    private static final Duration SERVES = Duration.ofMinutes(10);
    private static final long MOST_CHANGES_SINCE = 5_000;

    private final Store store;
    private final RosterRows rows;
    private final Path folder;
    private final Clock clock;
    private final Map<EventId, Taken> newest = new ConcurrentHashMap<>();
    private final Map<EventId, Object> writing = new ConcurrentHashMap<>();

    Snapshots(Store store, RosterRows rows, Path folder, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.folder = folder;
        this.clock = clock;
    }

    private record Taken(RosterSnapshot snapshot, Instant at) {

        /** An empty roster serves only until somebody is in it: no range of it can be fetched. */
        boolean serves(RosterCursor end, Instant now) {
            RosterCursor cursor = snapshot.cursor();
            boolean recent = snapshot.rows() > 0
                    && now.isBefore(at.plus(SERVES))
                    && end.number() - cursor.number() <= MOST_CHANGES_SINCE;
            return end.incarnation().equals(cursor.incarnation()) && (recent || end.equals(cursor));
        }
    }

    /** The newest snapshot, or a new one where that is old. */
    RosterSnapshot newest(EventId event) {
        RosterCursor end = store.read(handle -> end(handle, event));
        synchronized (writing.computeIfAbsent(event, one -> new Object())) {
            return newest(event, end);
        }
    }

    private RosterSnapshot newest(EventId event, RosterCursor end) {
        Taken known = newest.get(event);
        if (known != null && known.serves(end, clock.instant())) {
            return known.snapshot();
        }
        RosterSnapshot taken = take(event);
        newest.put(event, new Taken(taken, clock.instant()));
        sweep(
                event,
                known == null
                        ? Set.of(taken.file())
                        : Set.of(taken.file(), known.snapshot().file()));
        return taken;
    }

    /** The file of a snapshot that is still held. */
    Optional<Path> file(EventId event, String name) {
        return Optional.of(name)
                .filter(one -> NAME.matcher(one).matches())
                .map(place(event)::resolve)
                .filter(Files::isRegularFile);
    }

    private Path place(EventId event) {
        return folder.resolve(event.text());
    }

    private static RosterCursor end(Handle handle, EventId event) {
        RosterRows.salt(handle, event);
        return Feed.end(handle, event).orElseThrow();
    }

    private RosterSnapshot take(EventId event) {
        try {
            Files.createDirectories(place(event));
            Path draft = Files.createTempFile(place(event), "roster-", ".draft");
            RosterSnapshot taken = store.read(handle -> write(handle, event, draft));
            Files.move(draft, place(event).resolve(taken.file()), StandardCopyOption.REPLACE_EXISTING);
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException("The roster cannot be written. Check the data folder and its disk.", e);
        }
    }

    private RosterSnapshot write(Handle handle, EventId event, Path draft) throws IOException {
        RosterCursor cursor = end(handle, event);
        MessageDigest digest = sha256();
        long count;
        try (OutputStream file =
                new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(draft), digest))) {
            count = write(handle, event, file);
        }
        return new RosterSnapshot(
                cursor, count, Files.size(draft), HexFormat.of().formatHex(digest.digest()));
    }

    private long write(Handle handle, EventId event, OutputStream file) throws IOException {
        EventSalt salt = RosterRows.salt(handle, event);
        long count = 0;
        Optional<Span> next = RosterRows.after(handle, event, "");
        while (next.isPresent()) {
            for (RosterRow row : rows.of(handle, event, salt, next.get())) {
                if (row.entitlement() != null) {
                    file.write(JSON.writeValueAsBytes(row));
                    file.write('\n');
                    count++;
                }
            }
            next = RosterRows.after(handle, event, next.get().last());
        }
        return count;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform lacks SHA-256.", e);
        }
    }

    /** Removes what no device fetches any more; whoever still does asks for the newest. */
    private void sweep(EventId event, Set<String> kept) {
        try (Stream<Path> files = Files.list(place(event))) {
            Set<Path> spare = files.filter(
                            file -> !kept.contains(file.getFileName().toString()))
                    .collect(Collectors.toSet());
            for (Path file : spare) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Old rosters cannot be removed from the data folder.", e);
        }
    }
}
