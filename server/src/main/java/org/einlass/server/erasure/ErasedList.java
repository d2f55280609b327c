package org.einlass.server.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.einlass.contract.backup.BackupManifest;
import org.einlass.contract.id.EventId;
import org.einlass.server.backup.Backup;
import org.einlass.server.backup.BackupState;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.jspecify.annotations.Nullable;

/**
 * Whom a backup still holds although they were erased: a file beside the backups, by ids only and sealed by the server's own
 * key, so that a backup from before an erasure brings nobody back and nobody else can have people erased. Any thread may
 * call it.
 */
public final class ErasedList {
    private static final System.Logger LOG = System.getLogger(ErasedList.class.getName());
    private static final String BELONGS_TO = "erased list";
    private static final String EVERYBODY = "*";
    private static final long MOST_BYTES = 64L << 20;
    private static final int PARTS = 3;

    private final Store store;
    private final ServerKey key;
    private final Supplier<BackupState> backups;

    /** @param backups where they lie and which are kept */
    public ErasedList(Store store, ServerKey key, Supplier<BackupState> backups) {
        this.store = store;
        this.key = key;
        this.backups = backups;
    }

    /**
     * Somebody, or all people of an event, erased once.
     *
     * @param registration absent for all people of the event
     */
    record Line(Instant at, EventId event, @Nullable String registration) implements Comparable<Line> {

        private String text() {
            return at.toEpochMilli() + " " + event.text() + " " + (registration == null ? EVERYBODY : registration);
        }

        private static Line of(String text) {
            List<String> parts = Arrays.asList(text.split(" ", PARTS));
            String who = parts.get(PARTS - 1);
            return new Line(
                    Instant.ofEpochMilli(Long.parseLong(parts.get(0))),
                    new EventId(parts.get(1)),
                    who.equals(EVERYBODY) ? null : who);
        }

        @Override
        public int compareTo(Line other) {
            return text().compareTo(other.text());
        }
    }

    /**
     * Writes who was erased since the oldest backup that is kept; nothing where no backup is kept, or where their folder is
     * out of reach, which is tried again each hour.
     */
    public synchronized void write() {
        BackupState state = backups.get();
        Optional<Instant> oldest = state.kept().stream().map(Backup::madeAt).min(Instant::compareTo);
        if (!state.reachable() || oldest.isEmpty()) {
            return;
        }
        Path file = Path.of(state.folder()).resolve(BackupManifest.ERASED);
        try {
            List<Line> noted = store.read(handle -> ErasureTable.since(handle, oldest.get()));
            TreeSet<Line> lines = new TreeSet<>(noted);
            List<Line> written = readOwn(file);
            written.stream().filter(line -> !line.at().isBefore(oldest.get())).forEach(lines::add);
            if (!List.copyOf(lines).equals(written)) {
                replace(file, lines.stream().map(Line::text).collect(Collectors.joining("\n")));
            }
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "Who was erased could not be noted beside the backups; this is tried again within an hour. Give the"
                            + " folder of the backups room, and see that the server may write there. ({0})",
                    e.getMessage());
        }
    }

    /** A list of another server's, or one that was damaged, is begun anew. */
    private List<Line> readOwn(Path file) throws IOException {
        try {
            return read(file, key);
        } catch (IllegalArgumentException | IllegalStateException anothers) {
            return List.of();
        }
    }

    /**
     * What stands in the list; nothing where there is none.
     *
     * @throws IllegalStateException where it was sealed by another key
     * @throws IllegalArgumentException where it is none
     */
    static List<Line> read(Path file, ServerKey key) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IllegalArgumentException("The list " + file + " is too long.");
        }
        String text = key.open(Files.readString(file).strip(), BELONGS_TO);
        return text.lines().map(Line::of).toList();
    }

    private void replace(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(BackupManifest.ERASED + ".draft");
        Files.writeString(draft, key.seal(text, BELONGS_TO), UTF_8);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
