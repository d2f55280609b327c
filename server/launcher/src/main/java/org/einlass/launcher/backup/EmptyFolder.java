package org.einlass.launcher.backup;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.einlass.contract.backup.BackupManifest;

/**
 * The empty folder that a backup is restored into. All of it is unpacked into a folder of drafts first; as long as that
 * one exists, no server starts here.
 */
public final class EmptyFolder {
    private static final String DRAFT = "restore.draft";

    private final Path folder;
    private final Path draft;

    public EmptyFolder(Path folder) {
        this.folder = folder;
        this.draft = folder.resolve(DRAFT);
    }

    /** Whether a restore was cut off in this folder by a power cut. */
    public boolean isInterrupted() {
        return Files.exists(draft);
    }

    /** Whether there is nothing in it, or no such folder at all. */
    public boolean isEmpty() throws IOException {
        if (Files.notExists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Unpacks a backup; where that fails, the folder is as empty as before. */
    public BackupManifest restore(BackupContent backup) throws IOException {
        boolean whole = false;
        try {
            makePrivate(folder);
            makePrivate(draft);
            BackupManifest manifest = backup.unpack(draft);
            takeAlong(backup.erasedList());
            mark(manifest);
            whole = true;
            moveAll();
            return manifest;
        } finally {
            if (!whole) {
                deleteTree(draft);
            }
        }
    }

    /** The server reads it at its first start, and only what it has sealed itself. */
    private void takeAlong(Path erasedList) throws IOException {
        if (Files.isRegularFile(erasedList)) {
            Path copy = Files.copy(erasedList, draft.resolve(BackupManifest.ERASED));
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    /** Tells the server's next start that its devices must send everything again. */
    private void mark(BackupManifest manifest) throws IOException {
        Path marker = draft.resolve(BackupManifest.RESTORED);
        try (FileChannel channel = FileChannel.open(marker, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            manifest.write(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private void moveAll() throws IOException {
        try (Stream<Path> files = Files.list(draft)) {
            for (Path file : files.toList()) {
                sync(file);
                Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        sync(folder);
        Files.delete(draft);
        sync(folder);
    }

    private static void makePrivate(Path place) throws IOException {
        Files.createDirectories(place);
        if (isPosix(place)) {
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Keeps the names in a folder over a power cut, where folders can be told so. */
    private static void sync(Path place) throws IOException {
        if (Files.isDirectory(place) && isPosix(place)) {
            try (FileChannel names = FileChannel.open(place, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static boolean isPosix(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
