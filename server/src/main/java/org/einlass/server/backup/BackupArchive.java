package org.einlass.server.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.einlass.contract.backup.BackupFileKey;
import org.einlass.contract.backup.BackupManifest;
import org.einlass.contract.backup.BackupReader;
import org.einlass.contract.backup.BackupWriter;
import org.einlass.contract.code.RecoveryPublicKey;

/** Files in a ZIP stream, encrypted as it is written, and read back before anybody relies on it. */
final class BackupArchive {
    private static final int BUFFER_BYTES = 1 << 16;

    private final RecoveryPublicKey recovery;
    private final SecureRandom chance = new SecureRandom();

    BackupArchive(RecoveryPublicKey recovery) {
        this.recovery = recovery;
    }

    /**
     * Writes a new file that only this user can read, and reads it again by the key in memory.
     *
     * @param files the content, by the names of the entries
     * @return whether every byte was read as it was written
     */
    boolean write(Path file, BackupManifest manifest, Map<String, Path> files) throws IOException {
        Files.createFile(file, forOwnerOnly(file));
        MessageDigest written = sha256();
        BackupFileKey key;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
                BackupWriter sealed = new BackupWriter(out, recovery, chance);
                ZipOutputStream zip = new ZipOutputStream(new DigestOutputStream(sealed, written))) {
            key = sealed.key();
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
            manifest.write(zip);
            for (Map.Entry<String, Path> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                Files.copy(entry.getValue(), zip);
            }
        }
        return MessageDigest.isEqual(written.digest(), read(file, key));
    }

    private static byte[] read(Path file, BackupFileKey key) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream content = new DigestInputStream(BackupReader.open(in, key), sha256())) {
            content.transferTo(OutputStream.nullOutputStream());
            return content.getMessageDigest().digest();
        }
    }

    private static FileAttribute<?>[] forOwnerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform lacks SHA-256.", e);
        }
    }
}
