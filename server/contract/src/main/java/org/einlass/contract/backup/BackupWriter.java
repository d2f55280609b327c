package org.einlass.contract.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.random.RandomGenerator;
import org.einlass.contract.code.RecoveryPublicKey;

/**
 * Encrypts what is written to it, in segments of 1 MiB, under a fresh key that is sealed to a recovery key. The file is
 * whole only after {@link #close}. One thread uses it.
 */
public final class BackupWriter extends OutputStream {
    static final int SEGMENT_BYTES = 1 << 20;

    private final OutputStream out;
    private final byte[] head;
    private final BackupFileKey key;
    private final byte[] segment = new byte[SEGMENT_BYTES];
    private int filled;
    private int number;
    private boolean closed;

    /**
     * Writes the head of the file.
     *
     * @param out closed with this stream
     * @param chance must be a {@link java.security.SecureRandom} outside tests
     */
    public BackupWriter(OutputStream out, RecoveryPublicKey recovery, RandomGenerator chance) throws IOException {
        byte[] secret = BackupFileKey.next(chance);
        this.out = out;
        this.key = new BackupFileKey(secret);
        this.head = BackupHead.of(recovery, recovery.seal(secret, chance));
        out.write(head);
    }

    /** The key under which this file can be read once more, as long as it is remembered. */
    public BackupFileKey key() {
        return key;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == SEGMENT_BYTES) {
                seal(false);
            }
            int taken = Math.min(left, SEGMENT_BYTES - filled);
            System.arraycopy(bytes, from, segment, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
        }
    }

    private void seal(boolean last) throws IOException {
        out.write(key.seal(head, number, last, segment, filled));
        number = Math.incrementExact(number);
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            seal(true);
        }
    }
}
