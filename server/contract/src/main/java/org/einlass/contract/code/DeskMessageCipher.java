package org.einlass.contract.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;

/**
 * The lock on one letter: AES-256-GCM under HKDF-SHA-256 (RFC 5869) of what two keys share. Each letter has a
 * one-time key of its own, so the nonce comes from the same derivation. Event and entry are authenticated
 * with it, so that no letter can be moved to another entry.
 */
final class DeskMessageCipher {
    private static final byte[] PURPOSE = "einlass1 letter".getBytes(UTF_8);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final GCMParameterSpec nonce;
    private final byte[] companion;

    DeskMessageCipher(byte[] shared, byte[] writer, byte[] box, EventId event, EntryId entry) {
        byte[] salt = ByteBuffer.allocate(writer.length + box.length)
                .put(writer)
                .put(box)
                .array();
        byte[] extracted = Hmac.sha256(salt, shared);
        byte[] first = Hmac.sha256(extracted, step(new byte[0], 1));
        byte[] second = Hmac.sha256(extracted, step(first, 2));
        this.key = new SecretKeySpec(first, "AES");
        this.nonce = new GCMParameterSpec(TAG_BITS, second, 0, NONCE_BYTES);
        this.companion = (event + "\0" + entry).getBytes(UTF_8);
    }

    private static byte[] step(byte[] before, int number) {
        return ByteBuffer.allocate(before.length + PURPOSE.length + 1)
                .put(before)
                .put(PURPOSE)
                .put((byte) number)
                .array();
    }

    byte[] seal(byte[] text) {
        try {
            return cipher(Cipher.ENCRYPT_MODE).doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform lacks AES/GCM.", e);
        }
    }

    Optional<byte[]> open(byte[] sealed) {
        if (sealed.length < TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE).doFinal(sealed));
        } catch (AEADBadTagException notThisLetter) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform lacks AES/GCM.", e);
        }
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, nonce);
        cipher.updateAAD(companion);
        return cipher;
    }
}
