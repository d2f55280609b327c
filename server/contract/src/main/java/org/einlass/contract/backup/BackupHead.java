package org.einlass.contract.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.einlass.contract.code.RecoveryKey;
import org.einlass.contract.code.RecoveryPublicKey;

/**
 * The first {@value #BYTES} bytes of a backup: {@code EINLASSB}, the number of the format, the id of the recovery key, the
 * file's key sealed to it.
 */
final class BackupHead {
    static final int BYTES = 109;
    private static final byte[] MAGIC = "EINLASSB".getBytes(US_ASCII);
    private static final byte FORMAT = 1;
    private static final int ID_AT = MAGIC.length + 1;
    private static final int SEALED_AT = ID_AT + RecoveryPublicKey.ID_BYTES;

    private BackupHead() {}

    static byte[] of(RecoveryPublicKey recovery, byte[] sealedKey) {
        return ByteBuffer.allocate(BYTES)
                .put(MAGIC)
                .put(FORMAT)
                .put(recovery.id())
                .put(sealedKey)
                .array();
    }

    /** @throws BackupException where these are not the first bytes of a backup that this program can read */
    static byte[] read(InputStream in) throws IOException {
        byte[] head = in.readNBytes(BYTES);
        if (head.length < ID_AT || !Arrays.equals(MAGIC, Arrays.copyOf(head, MAGIC.length))) {
            throw new BackupException(BackupFault.NO_BACKUP);
        }
        if (head[MAGIC.length] != FORMAT) {
            throw new BackupException(BackupFault.NEWER);
        }
        if (head.length < BYTES) {
            throw new BackupException(BackupFault.CUT);
        }
        return head;
    }

    static BackupFileKey key(byte[] head, RecoveryKey recovery) throws BackupException {
        byte[] id = Arrays.copyOfRange(head, ID_AT, SEALED_AT);
        if (!Arrays.equals(id, recovery.publicKey().id())) {
            throw new BackupException(BackupFault.WRONG_KEY);
        }
        return recovery.open(Arrays.copyOfRange(head, SEALED_AT, BYTES))
                .map(BackupFileKey::new)
                .orElseThrow(() -> new BackupException(BackupFault.DAMAGED));
    }
}
