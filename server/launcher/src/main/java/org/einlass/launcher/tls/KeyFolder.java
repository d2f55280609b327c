package org.einlass.launcher.tls;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A folder of secrets: only its owner may look into it, and a power cut leaves each file as it was or as it
 * will be.
 */
public record KeyFolder(Path folder) {

    /** Opens the folder, makes it where it is missing, and takes it from everybody but its owner. */
    public static KeyFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            if (isPosix(folder)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return new KeyFolder(folder);
        } catch (IOException e) {
            throw unusable(folder);
        }
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Takes in a file that lay elsewhere in earlier versions, unless the folder has one of its name. */
    public void adopt(Path former) {
        Path own = file(String.valueOf(former.getFileName()));
        if (Files.exists(own) || !Files.exists(former)) {
            return;
        }
        try {
            Files.move(former, own, ATOMIC_MOVE);
            keepNames();
        } catch (IOException e) {
            throw unusable(former);
        }
    }

    Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(file(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(file(name));
        }
    }

    /** The key with its certificates in a file of the folder, if there is one. */
    Optional<CertifiedKey> readKey(String name) {
        return read(name).map(text -> {
            try {
                PemText pem = PemText.parse(text);
                if (pem.keys().size() == 1 && !pem.certificates().isEmpty()) {
                    return new CertifiedKey(pem.keys().get(0), pem.certificates());
                }
            } catch (IOException e) {
                throw damaged(file(name));
            }
            throw damaged(file(name));
        });
    }

    /** Writes a file whole, or leaves the old one. */
    public void write(String name, byte[] content) {
        try {
            Path draft = Files.createTempFile(folder, name, ".tmp", onlyForTheOwner());
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, file(name), ATOMIC_MOVE, REPLACE_EXISTING);
            keepNames();
        } catch (IOException e) {
            throw unusable(folder);
        }
    }

    /** Makes a rename outlive a power cut, where folders can be told so. */
    private void keepNames() throws IOException {
        if (isPosix(folder)) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private FileAttribute<?>[] onlyForTheOwner() {
        return isPosix(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static KeyFileException unusable(Path path) {
        return new KeyFileException(
                path + " ist nicht les- und schreibbar. Bitte dem Benutzer des Servers die Rechte geben.",
                path + " cannot be read and written. Give the server's user the rights to it.");
    }

    private static KeyFileException damaged(Path file) {
        return new KeyFileException(
                file + " ist beschädigt. Bitte den Ordner aus der Sicherung holen.",
                file + " is damaged. Restore the folder from the backup.");
    }
}
