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
import org.einlass.contract.code.DataKey;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.RosterRow;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.server.database.Store;
import org.einlass.server.device.DataKeyTable;
import org.einlass.server.json.Json;
import org.einlass.server.registration.RegistrationRange;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Whole rosters as immutable files, each of one read transaction. One of an event is written at a time and
 * serves all devices that ask within the next minutes: the changes bring them from there to now.
 */
final class Snapshots {
    private static final Logger LOG = System.getLogger(Snapshots.class.getName());
    private static final ObjectMapper JSON = Json.mapper();
    private static final Pattern NAME = Pattern.compile("[0-9a-f-]{36}-[0-9]{1,19}\\.ndjson");
    private static final Duration SERVES = Duration.ofMinutes(10);
    private static final long MOST_CHANGES_SINCE = 5_000;

    private final Store store;
    private final RosterQueries rows;
    private final DataKeyTable keys;
    private final Path folder;
    private final Clock clock;
    private final Map<Shelf, Taken> newest = new ConcurrentHashMap<>();
    private final Map<Shelf, Object> writing = new ConcurrentHashMap<>();

    Snapshots(Store store, RosterQueries rows, DataKeyTable keys, Path folder, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.keys = keys;
        this.folder = folder;
        this.clock = clock;
    }

    /** An event's files for one kind of readers. */
    private record Shelf(EventId event, RosterAudience readers) {

        /** A dot is in no event's id: what is for desks lies where no name leads kiosks to. */
        String name() {
            return readers == RosterAudience.DESKS ? event.text() + ".desks" : event.text();
        }
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
    RosterSnapshot newest(EventId event, RosterAudience readers) {
        Shelf shelf = new Shelf(event, readers);
        RosterCursor end = store.read(handle -> readers.cursor(end(handle, event), key(handle, shelf)));
        synchronized (writing.computeIfAbsent(shelf, one -> new Object())) {
            return newest(shelf, end);
        }
    }

    private RosterSnapshot newest(Shelf shelf, RosterCursor end) {
        Taken known = newest.get(shelf);
        if (known != null && known.serves(end, clock.instant())) {
            return known.snapshot();
        }
        RosterSnapshot taken = take(shelf);
        newest.put(shelf, new Taken(taken, clock.instant()));
        sweep(
                shelf,
                known == null
                        ? Set.of(taken.file())
                        : Set.of(taken.file(), known.snapshot().file()));
        return taken;
    }

    /** Removes all files of an event, drafts too. */
    void forget(EventId event) {
        for (RosterAudience readers : RosterAudience.values()) {
            Shelf shelf = new Shelf(event, readers);
            synchronized (writing.computeIfAbsent(shelf, one -> new Object())) {
                newest.remove(shelf);
                if (Files.isDirectory(place(shelf))) {
                    sweep(shelf, Set.of());
                }
            }
        }
    }

    /** The file of a snapshot that is still held. */
    Optional<Path> file(EventId event, String name, RosterAudience readers) {
        return Optional.of(name)
                .filter(one -> NAME.matcher(one).matches())
                .map(place(new Shelf(event, readers))::resolve)
                .filter(Files::isRegularFile);
    }

    private Path place(Shelf shelf) {
        return folder.resolve(shelf.name());
    }

    private @Nullable DataKey key(Handle handle, Shelf shelf) {
        return shelf.readers() == RosterAudience.DESKS
                ? keys.find(handle, shelf.event()).orElse(null)
                : null;
    }

    private static RosterCursor end(Handle handle, EventId event) {
        RosterQueries.salt(handle, event);
        return Feed.end(handle, event).orElseThrow();
    }

    private RosterSnapshot take(Shelf shelf) {
        try {
            Files.createDirectories(place(shelf));
            Path draft = Files.createTempFile(place(shelf), "roster-", ".draft");
            RosterSnapshot taken = store.read(handle -> write(handle, shelf, draft));
            Files.move(draft, place(shelf).resolve(taken.file()), StandardCopyOption.REPLACE_EXISTING);
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException("The roster cannot be written. Check the data folder and its disk.", e);
        }
    }

    private RosterSnapshot write(Handle handle, Shelf shelf, Path draft) throws IOException {
        DataKey key = key(handle, shelf);
        RosterCursor cursor = shelf.readers().cursor(end(handle, shelf.event()), key);
        MessageDigest digest = sha256();
        long count;
        try (OutputStream file =
                new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(draft), digest))) {
            count = write(handle, shelf.event(), key, file);
        }
        return new RosterSnapshot(
                cursor, count, Files.size(draft), HexFormat.of().formatHex(digest.digest()));
    }

    private long write(Handle handle, EventId event, @Nullable DataKey key, OutputStream file) throws IOException {
        EventSalt salt = RosterQueries.salt(handle, event);
        long count = 0;
        Optional<RegistrationRange> next = RosterQueries.after(handle, event, "");
        while (next.isPresent()) {
            for (RosterRow row : rows.of(handle, event, salt, next.get(), key)) {
                if (row.entitlement() != null || row.tellsRevoked()) {
                    file.write(JSON.writeValueAsBytes(row));
                    file.write('\n');
                    count++;
                }
            }
            next = RosterQueries.after(handle, event, next.get().last());
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
    private void sweep(Shelf shelf, Set<String> kept) {
        try (Stream<Path> files = Files.list(place(shelf))) {
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
