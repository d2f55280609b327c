package org.einlass.launcher.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.einlass.contract.backup.BackupException;
import org.einlass.contract.backup.BackupFault;
import org.einlass.contract.backup.BackupManifest;
import org.einlass.contract.backup.BackupReader;
import org.einlass.contract.code.RecoveryKey;

/** What is in a backup, for the owner of the recovery key. */
public final class BackupContent {
    private static final int BUFFER_BYTES = 1 << 16;

    /** A file of the data folder, or of its folder of keys: nothing that leads elsewhere. */
    private static final Pattern NAME = Pattern.compile("(keys/)?[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Path file;
    private final RecoveryKey key;
    private final int newestSchema;

    /** @param newestSchema the number of the newest migration that the installed server knows */
    public BackupContent(Path file, RecoveryKey key, int newestSchema) {
        this.file = file;
        this.key = key;
        this.newestSchema = newestSchema;
    }

    /**
     * Reads the whole backup and writes nothing.
     *
     * @throws BackupException with one sentence where it is damaged, newer, or another key's
     */
    public BackupManifest check() throws IOException {
        return read((name, content) -> content.transferTo(OutputStream.nullOutputStream()));
    }

    /**
     * Writes all files below an empty folder; they are on the disk when this returns.
     *
     * @throws BackupException as above; what was written by then is left to the caller
     */
    public BackupManifest unpack(Path folder) throws IOException {
        return read((name, content) -> write(folder.resolve(name), content));
    }

    /** Beside the backup: who was erased since, for the server to read. */
    Path erasedList() {
        return file.resolveSibling(BackupManifest.ERASED);
    }

    private interface Target {
        void take(String name, InputStream content) throws IOException;
    }

    private BackupManifest read(Target target) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
                BackupReader opened = BackupReader.open(in, key)) {
            ZipInputStream zip = new ZipInputStream(opened);
            BackupManifest manifest = manifest(zip);
            Set<String> names = new HashSet<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (!NAME.matcher(name).matches() || !names.add(name)) {
                    throw new BackupException(BackupFault.DAMAGED);
                }
                target.take(name, zip);
            }
            opened.transferTo(OutputStream.nullOutputStream()); // the last segment tells whether the file is whole
            if (!names.contains(BackupManifest.DATABASE)) {
                throw new BackupException(BackupFault.DAMAGED);
            }
            return manifest;
        } catch (ZipException notOurs) {
            throw new BackupException(BackupFault.DAMAGED);
        }
    }

    private BackupManifest manifest(ZipInputStream zip) throws IOException {
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(BackupManifest.ENTRY)) {
            throw new BackupException(BackupFault.DAMAGED);
        }
        BackupManifest manifest = BackupManifest.read(zip);
        if (manifest.schema() > newestSchema) {
            throw new BackupException(BackupFault.NEWER);
        }
        return manifest;
    }

    private static void write(Path place, InputStream content) throws IOException {
        Path folder = Objects.requireNonNull(place.getParent(), "a file lies in a folder");
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, rights(folder, "rwx------"));
        }
        Files.createFile(place, rights(place, "rw-------"));
        try (FileChannel channel = FileChannel.open(place, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] rights(Path place, String rights) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
