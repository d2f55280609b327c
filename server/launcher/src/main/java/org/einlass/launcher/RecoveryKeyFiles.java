package org.einlass.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.einlass.contract.code.RecoveryKey;
import org.einlass.launcher.tls.KeyFileException;
import org.einlass.launcher.tls.KeyFolder;

/**
 * The two halves of the recovery key: {@code keys/recovery.pub}, to which the server seals its backups, and {@code
 * recovery.key}, which belongs on paper and apart from the server. Only a start makes them, and only where the first is
 * missing.
 */
final class RecoveryKeyFiles {
    private static final String PUBLIC_HALF = "recovery.pub";
    private static final String SECRET_HALF = "recovery.key";

    private RecoveryKeyFiles() {}

    /** Where the key waits to be printed and taken away. */
    static Path secretHalf(DataFolder data) {
        return data.folder().resolve(SECRET_HALF);
    }

    /**
     * Makes both where there is no public half. The secret half is on the disk before anything can be sealed to the other.
     *
     * @throws ObstacleException where they cannot be written
     */
    static void makeWhereMissing(DataFolder data) {
        try {
            KeyFolder keys = KeyFolder.open(data.keys());
            if (Files.exists(keys.file(PUBLIC_HALF))) {
                return;
            }
            RecoveryKey key = RecoveryKey.next(new SecureRandom());
            new KeyFolder(data.folder()).write(SECRET_HALF, (key.grouped() + "\n").getBytes(UTF_8));
            keys.write(PUBLIC_HALF, (key.publicKey().base64() + "\n").getBytes(UTF_8));
        } catch (KeyFileException e) {
            throw new ObstacleException(e.sentence());
        }
    }

    /** Whether nobody has taken the secret half away yet. Nobody says it aloud: what a service prints is kept in a log. */
    static boolean isWaiting(DataFolder data) {
        return Files.exists(secretHalf(data));
    }
}
