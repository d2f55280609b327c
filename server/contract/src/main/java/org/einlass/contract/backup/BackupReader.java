package org.einlass.contract.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.einlass.contract.code.RecoveryKey;

/**
 * Decrypts a backup. Nothing of a segment is given out before the whole segment is authenticated, and the end of the stream
 * is reached only where the file is whole. One thread uses it.
 */
public final class BackupReader extends InputStream {
    private static final int SEALED_BYTES = BackupWriter.SEGMENT_BYTES + BackupFileKey.TAG_BYTES;

    private final InputStream in;
    private final byte[] head;
    private final BackupFileKey key;
    private byte[] ahead;
    private byte[] segment = new byte[0];
    private int given;
    private int number;
    private boolean last;

    private BackupReader(InputStream in, byte[] head, BackupFileKey key) throws IOException {
        this.in = in;
        this.head = head;
        this.key = key;
        this.ahead = in.readNBytes(SEALED_BYTES);
    }

    /**
     * Opens a backup by the recovery key.
     *
     * @param in closed with the reader
     * @throws BackupException where the file is no backup, is newer, or was sealed to another key; reading throws it where a
     *     segment is damaged or the end is missing
     */
    public static BackupReader open(InputStream in, RecoveryKey recovery) throws IOException {
        byte[] head = BackupHead.read(in);
        return new BackupReader(in, head, BackupHead.key(head, recovery));
    }

    /** Opens a backup that was just written, by its own key. */
    public static BackupReader open(InputStream in, BackupFileKey key) throws IOException {
        return new BackupReader(in, BackupHead.read(in), key);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (given == segment.length) {
            if (last) {
                return -1;
            }
            next();
        }
        int taken = Math.min(length, segment.length - given);
        System.arraycopy(segment, given, bytes, offset, taken);
        given += taken;
        return taken;
    }

    private void next() throws IOException {
        byte[] sealed = ahead;
        ahead = sealed.length < SEALED_BYTES ? new byte[0] : in.readNBytes(SEALED_BYTES);
        boolean atEnd = ahead.length == 0;
        Optional<byte[]> text = key.open(head, number, atEnd, sealed);
        if (text.isEmpty()) {
            throw new BackupException(atEnd ? BackupFault.CUT : BackupFault.DAMAGED);
        }
        last = atEnd;
        segment = text.get();
        given = 0;
        number = Math.incrementExact(number);
    }

    /** Overwrites what was decrypted last, and closes the file. */
    @Override
    public void close() throws IOException {
        Arrays.fill(segment, (byte) 0);
        in.close();
    }
}
