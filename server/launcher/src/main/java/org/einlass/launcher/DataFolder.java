package org.einlass.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.einlass.launcher.backup.EmptyFolder;
import org.einlass.launcher.startup.QuickStart;
import org.jspecify.annotations.Nullable;

/**
 * The one folder in which a server keeps everything that changes: the database, the secrets of the first
 * start, logs, and the server's own scratch files. Nobody but its owner may look into it.
 */
public record DataFolder(Path folder) {

    public DataFolder {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Where the first start writes a token for programs, which is good for a day. */
    public Path organiserToken() {
        return folder.resolve("organiser.token");
    }

    public Path logs() {
        return folder.resolve("log");
    }

    /** The operator's settings, where there are any. */
    public Path settings() {
        return folder.resolve("einlass.properties");
    }

    /** The event's keys and all other secrets of the server. */
    Path keys() {
        return folder.resolve("keys");
    }

    /** How long the logs are together; 0 where they cannot be looked at. */
    long logBytes() {
        try {
            long bytes = 0;
            for (Path log : filesIn(logs())) {
                bytes += Files.size(log);
            }
            return bytes;
        } catch (IOException e) {
            return 0;
        }
    }

    Path scratch() {
        return folder.resolve("server");
    }

    /** What a start may do without, and the next one makes anew. */
    Path archives() {
        return folder.resolve("cache");
    }

    /** A folder within this one for a second server that is there for a moment only. */
    DataFolder beside() {
        return new DataFolder(archives().resolve("second-server"));
    }

    /** Deletes the folder with everything in it, where it is there. */
    void remove() throws IOException {
        deleteTree(folder);
    }

    Path configuration() {
        return scratch().resolve("configuration");
    }

    /** Makes the folder where it is missing. @throws ObstacleException where it cannot be written to */
    void makeWritable() {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "writable", ".tmp"));
            Files.createDirectories(logs());
        } catch (IOException e) {
            throw ObstacleException.unwritable(folder);
        }
    }

    /** A folder that a restore did not finish is no new one. @throws ObstacleException where it is such */
    void refuseHalfRestored() {
        if (new EmptyFolder(folder).isInterrupted()) {
            throw ObstacleException.restoreInterrupted(folder);
        }
    }

    /**
     * Keeps every other server away from this folder until the lock is closed, or this program ends in any
     * way.
     */
    FileLock lock() {
        try {
            FileChannel channel = FileChannel.open(
                    folder.resolve("einlass.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return lock;
            }
            channel.close();
        } catch (IOException e) {
            throw ObstacleException.unwritable(folder);
        }
        throw ObstacleException.dataInUse(folder);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /**
     * Takes the folder and everything in it from the eyes of others, an existing one too. What a link leads to
     * is somebody else's, and is left as it is; so is another user's file that nobody but its owner and its group
     * may read. Call it while the folder is locked.
     *
     * @throws ObstacleException where something in it is another user's, and others may read it
     */
    void makePrivate() {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            Files.walkFileTree(folder, new PrivateFiles());
        } catch (IOException e) {
            throw ObstacleException.notPrivate(folder);
        }
    }

    /** Makes each file and folder that it meets its owner's alone. */
    private static final class PrivateFiles extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            take(folder, "rwx------");
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!attributes.isSymbolicLink()) {
                take(file, "rw-------");
            }
            return FileVisitResult.CONTINUE;
        }

        /** What cannot be opened, such as a file system's own lost+found, or has gone meanwhile. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        private static void take(Path path, String rights) throws IOException {
            try {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
            } catch (NoSuchFileException gone) {
                return;
            } catch (IOException anothers) {
                if (Files.getPosixFilePermissions(path).stream()
                        .anyMatch(right -> right.name().startsWith("OTHERS"))) {
                    throw anothers;
                }
            }
        }
    }

    /** A fresh copy of the server's configuration, and nothing left of an earlier run's scratch files. */
    void prepareScratch(ServerHome home) throws IOException {
        deleteTree(scratch());
        Files.createDirectories(configuration());
        for (Path file : filesIn(home.configuration())) {
            Files.copy(file, configuration().resolve(file.getFileName().toString()));
        }
        QuickStart.prepare(scratch());
    }

    /** What the server says stands in the way of its start. */
    Optional<String> obstacle() {
        try {
            Path file = scratch().resolve("obstacle.txt");
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    FileStore disk() throws IOException {
        return Files.getFileStore(folder);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
