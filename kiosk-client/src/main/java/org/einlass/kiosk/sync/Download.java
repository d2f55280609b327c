package org.einlass.kiosk.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.einlass.contract.wire.RosterSnapshot;

/** A snapshot's file on its way, part by part. */
final class Download {
    private final RosterSnapshot snapshot;
    private final Path file;
    private final MessageDigest digest = sha256();
    private long length;

    /** @param file empty as yet */
    Download(RosterSnapshot snapshot, Path file) {
        this.snapshot = snapshot;
        this.file = file;
    }

    RosterSnapshot snapshot() {
        return snapshot;
    }

    Path file() {
        return file;
    }

    long length() {
        return length;
    }

    /** Adds a part; whether it was the last. An empty part where more is due is an error. */
    boolean append(byte[] part) throws IOException {
        if (part.length == 0 && length < snapshot.bytes()) {
            throw new IOException("The roster's file is shorter than announced.");
        }
        Files.write(file, part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        digest.update(part);
        length += part.length;
        return length >= snapshot.bytes();
    }

    /** Whether length and checksum are as announced. To be asked once, after the last part. */
    boolean isWhole() {
        return length == snapshot.bytes()
                && HexFormat.of().formatHex(digest.digest()).equals(snapshot.sha256());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new UncheckedIOException(new IOException("This Java platform lacks SHA-256.", missing));
        }
    }
}
