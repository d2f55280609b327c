package org.einlass.contract.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one backup, in memory only: AES-256-GCM (NIST SP 800-38D), made of chance for one file and never used for
 * another, so a segment's number can be its nonce. A segment's number, whether it is the last, and the file's head are
 * authenticated with it.
 */
public final class BackupFileKey {
    static final int BYTES = 32;
    static final int TAG_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int NUMBER_AT = 7;

    private final SecretKeySpec key;

    BackupFileKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    static byte[] next(RandomGenerator chance) {
        byte[] bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return bytes;
    }

    byte[] seal(byte[] head, int number, boolean last, byte[] text, int length) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, head, number, last).doFinal(text, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform lacks AES/GCM.", e);
        }
    }

    /** The text of a segment; empty where it is damaged, or stood at another place. */
    Optional<byte[]> open(byte[] head, int number, boolean last, byte[] sealed) {
        if (sealed.length < TAG_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, head, number, last).doFinal(sealed));
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform lacks AES/GCM.", e);
        }
    }

    private Cipher cipher(int mode, byte[] head, int number, boolean last) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES)
                .putInt(NUMBER_AT, number)
                .put(NONCE_BYTES - 1, (byte) (last ? 1 : 0))
                .array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(head);
        return cipher;
    }

    @Override
    public String toString() {
        return "key of a backup";
    }
}
