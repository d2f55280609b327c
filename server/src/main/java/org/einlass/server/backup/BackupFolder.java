package org.einlass.server.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.einlass.contract.backup.BackupManifest;

/** The folder of the backups: each file of it is whole, or has the ending of a draft. */
final class BackupFolder {
    private static final String DRAFT = ".draft";
    private static final String PREFIX = "einlass-";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ssX").withZone(ZoneOffset.UTC);

    private final BackupSettings settings;

    BackupFolder(BackupSettings settings) {
        this.settings = settings;
    }

    /** Makes the folder where it is this server's own. A stick that is not there is not replaced by a folder. */
    void prepare() throws IOException {
        Path folder = settings.folder();
        if (settings.isOwnFolder() && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
        if (!isReachable()) {
            throw new BackupImpossible(BackupObstacle.NO_FOLDER);
        }
        removeDrafts();
    }

    boolean isReachable() {
        return Files.isDirectory(settings.folder()) && Files.isWritable(settings.folder());
    }

    /** Whether the data and the backups can be lost with one disk. */
    boolean isOnDataDisk() {
        try {
            Path folder = settings.isOwnFolder() ? settings.data() : settings.folder();
            return Files.getFileStore(folder).equals(Files.getFileStore(settings.data()));
        } catch (IOException absent) {
            return false;
        }
    }

    Path draft(Instant madeAt) {
        return settings.folder().resolve(name(madeAt) + DRAFT);
    }

    private static String name(Instant madeAt) {
        return PREFIX + MOMENT.format(madeAt) + BackupManifest.ENDING;
    }

    /** Gives a draft that was checked its name; after this it survives a power cut. */
    Backup keep(Path draft, Instant madeAt) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path whole = settings.folder().resolve(name(madeAt));
        Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (whole.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(settings.folder(), StandardOpenOption.READ)) {
                names.force(true);
            }
        }
        return new Backup(name(madeAt), madeAt, Files.size(whole));
    }

    /** Removes the oldest, but never {@code made}: under a wrong clock the newest may look like the oldest. */
    void rotate(Backup made) throws IOException {
        List<Backup> spare = all().stream().skip(settings.keep()).toList();
        for (Backup old : spare) {
            if (!old.name().equals(made.name())) {
                Files.deleteIfExists(settings.folder().resolve(old.name()));
            }
        }
    }

    /** The newest first; none where the folder cannot be read. */
    List<Backup> all() {
        try (Stream<Path> files = Files.list(settings.folder())) {
            return files.flatMap(file -> backup(file).stream())
                    .sorted(Comparator.comparing(Backup::madeAt).reversed())
                    .toList();
        } catch (IOException unreachable) {
            return List.of();
        }
    }

    private static Optional<Backup> backup(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!name.startsWith(PREFIX) || !name.endsWith(BackupManifest.ENDING)) {
            return Optional.empty();
        }
        String moment = name.substring(PREFIX.length(), name.length() - BackupManifest.ENDING.length());
        try {
            return Optional.of(new Backup(name, Instant.from(MOMENT.parse(moment)), Files.size(file)));
        } catch (DateTimeParseException | IOException noBackupOfOurs) {
            return Optional.empty();
        }
    }

    /** What a power cut left behind. */
    private void removeDrafts() throws IOException {
        try (Stream<Path> files = Files.list(settings.folder())) {
            List<Path> drafts = files.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.startsWith(PREFIX) && name.endsWith(BackupManifest.ENDING + DRAFT);
                    })
                    .toList();
            for (Path draft : drafts) {
                Files.deleteIfExists(draft);
            }
        }
    }
}
