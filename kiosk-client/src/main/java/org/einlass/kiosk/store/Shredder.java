package org.einlass.kiosk.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Overwrites files before it deletes them. On flash memory, copying file systems and in backups the old
 * blocks may stay all the same; what protects there is that they hold nothing that can be opened without a
 * ticket or a key.
 */
final class Shredder {
    private static final int BLOCK = 1 << 16;

    private Shredder() {}

    /**
     * Overwrites {@code file} with zeros, down to the disk, and deletes it. Nothing happens where there is
     * none.
     */
    static void shred(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            overwrite(channel);
        } catch (NoSuchFileException gone) {
            return;
        }
        Files.deleteIfExists(file);
    }

    private static void overwrite(FileChannel channel) throws IOException {
        long left = channel.size();
        while (left > 0) {
            left -= channel.write(ByteBuffer.allocate((int) Math.min(BLOCK, left)));
        }
        channel.force(true);
    }
}
