package org.einlass.server.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Store;
import org.jdbi.v3.core.Handle;

/**
 * Writes snapshots of what devices need to decide alone: for each code its look-up id and the decision fields of its
 * registration, without a word of whom it belongs to. One read transaction, one file.
 */
public final class Snapshots {
    private static final String LINES = """
            select '{"lookup":"' || c.lookup || '","registration":"' || coalesce(r.merged_into, r.id)
                || '","status":"' || r.status || '","category":"' || r.category
                || '","revoked":' || case when c.revoked_at is null then 'false' else 'true' end
                || ',"version":' || r.version
                || ',"rights":"' || coalesce((
                    select string_agg(x.text, ' ') from (
                        select 'programme ' || p.programme as text from registration_programmes p
                        where p.event = r.event and p.registration = r.id
                        union all
                        select 'day ' || d.day from registration_days d
                        where d.event = r.event and d.registration = r.id
                        union all
                        select 'booking ' || b.session from bookings b
                        where b.event = r.event and b.registration = r.id
                    ) x), '') || '"}'
            from codes c join registrations r on r.event = c.event and r.id = c.registration
            where c.event = :event order by c.lookup
            """;

    private final Store store;
    private final Path folder;

    /** Keeps its files in {@code folder}, which exists. */
    public Snapshots(Store store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    /** Writes the event's state as it is now. Files of other moments stay as they are until somebody deletes them. */
    public Snapshot take(EventId event) {
        return store.read(handle -> write(handle, event));
    }

    private Snapshot write(Handle handle, EventId event) {
        Cursor cursor = Feed.end(handle, event).orElseThrow(UnknownIncarnation::new);
        Path file = folder.resolve("snapshot-" + event + "-" + cursor + ".jsonl");
        try {
            Path draft = Files.createTempFile(folder, "snapshot-", ".draft");
            String sha256 = write(handle, event, draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Snapshot(file, sha256, cursor);
        } catch (IOException e) {
            throw new UncheckedIOException("The snapshot cannot be written. Check the data folder and its disk.", e);
        }
    }

    private static String write(Handle handle, EventId event, Path draft) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream file = new DigestOutputStream(Files.newOutputStream(draft), digest);
                BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(file, UTF_8));
                Stream<String> lines =
                        handle.createQuery(LINES).bind("event", event.text()).mapTo(String.class).stream()) {
            for (String line : (Iterable<String>) lines::iterator) {
                writer.write(line);
                writer.write('\n');
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform lacks SHA-256.", e);
        }
    }
}
