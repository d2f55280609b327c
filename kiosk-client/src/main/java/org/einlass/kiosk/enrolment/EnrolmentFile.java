package org.einlass.kiosk.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.einlass.kiosk.sync.WireJson;

/**
 * {@code enrolment.json} in the device's private folder, readable by nobody else. It is whole or not there: written
 * beside it, brought to the disk and then renamed.
 */
public final class EnrolmentFile {
    private static final String NAME = "enrolment.json";
    private static final long LONGEST = 100_000;

    private final Path folder;

    /** @param folder the device's private folder; made where there is none */
    public EnrolmentFile(Path folder) {
        this.folder = folder;
    }

    /** Where it is. */
    public Path path() {
        return folder.resolve(NAME);
    }

    /**
     * What the device became; empty where it never was enrolled.
     *
     * @throws UnreadableEnrolmentException where something is there that is no enrolment
     */
    public Optional<DeviceIdentity> read() {
        if (!Files.exists(path())) {
            return Optional.empty();
        }
        try {
            if (Files.size(path()) > LONGEST) {
                throw new UnreadableEnrolmentException(path());
            }
            DeviceIdentity identity = WireJson.read(Files.readString(path()), DeviceIdentity.class)
                    .filter(EnrolmentFile::isWhole)
                    .orElseThrow(() -> new UnreadableEnrolmentException(path()));
            identity.key();
            return Optional.of(identity);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new UnreadableEnrolmentException(path());
        }
    }

    private static boolean isWhole(DeviceIdentity read) {
        return read.enrolment() != null
                && read.event() != null
                && read.device() != null
                && read.kind() != null
                && read.privateKey() != null;
    }

    /** Writes it durably in place of the one before. @throws UncheckedIOException where the disk does not take it */
    public void write(DeviceIdentity identity) {
        try {
            Files.createDirectories(folder, forMeAlone("rwx------"));
            Path beside = Files.createTempFile(folder, "enrolment", ".new", forMeAlone("rw-------"));
            try {
                toDisk(beside, WireJson.write(identity));
                Files.move(beside, path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            toDisk(folder);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void toDisk(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** The name of a file is on the disk when its folder is; systems without POSIX see to it themselves. */
    private static void toDisk(Path folder) throws IOException {
        if (isPosix()) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] forMeAlone(String rights) {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix");
    }
}
