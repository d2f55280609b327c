package org.einlass.sqlite;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Files and folders that only the user of this program may read, and whose names are on the disk. */
final class PrivateFiles {
    private static final System.Logger LOG = System.getLogger(PrivateFiles.class.getName());
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
    }

    /**
     * Makes {@code folder} and the folders above it where they are missing. A folder that exists keeps its
     * rights.
     */
    static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folderOf(folder);
        makeFolder(parent);
        Files.createDirectory(folder, rights(folder, FOLDER));
        sync(parent);
    }

    /** Makes an empty file where there is none, and takes the rights of others from one that exists. */
    static void makeFile(Path file) throws IOException {
        try {
            Files.createFile(file, rights(file, FILE));
            sync(folderOf(file));
        } catch (FileAlreadyExistsException known) {
            closeToOthers(file);
        }
    }

    /** Takes the rights of others from {@code file}. Nothing happens where there is no such file. */
    static void closeToOthers(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        try {
            if (!FILE.containsAll(view.readAttributes().permissions())) {
                setRights(file, view);
            }
        } catch (NoSuchFileException absent) {
            LOG.log(Level.TRACE, "There is no file {0}.", file);
        }
    }

    private static void setRights(Path file, PosixFileAttributeView view) throws IOException {
        try {
            view.setPermissions(FILE);
        } catch (NoSuchFileException absent) {
            throw absent;
        } catch (FileSystemException belongsToAnother) {
            LOG.log(
                    Level.WARNING,
                    "Others may read the file {0}, and this program may not change that. Make the program''s user the"
                            + " owner of the file, and give nobody else a right to it.",
                    file);
        }
    }

    /** Windows has no such rights; a folder there inherits those of the folder above it. */
    private static FileAttribute<?>[] rights(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /**
     * Returns when the bytes of a file, or the names in a folder, are on the disk. Windows cannot sync a
     * folder; its file system keeps names in a log of its own.
     */
    static void sync(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        if (folder && !isPosix(path)) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
