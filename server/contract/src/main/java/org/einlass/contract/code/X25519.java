package org.einlass.contract.code;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/** Diffie-Hellman on Curve25519 (RFC 7748) with keys as their 32 bytes, little end first. */
final class X25519 {
    static final int BYTES = 32;
    private static final String ALGORITHM = "X25519";
    private static final byte[] BASE_POINT = basePoint();

    private X25519() {}

    private static byte[] basePoint() {
        byte[] point = new byte[BYTES];
        point[0] = 9;
        return point;
    }

    /** The public key of a private one, which may be any 32 bytes. */
    static byte[] publicKey(byte[] secret) {
        return agree(secret, BASE_POINT).orElseThrow();
    }

    /**
     * What the owner of {@code secret} shares with the owner of {@code other}; empty for a point that hides
     * nothing.
     */
    static Optional<byte[]> agree(byte[] secret, byte[] other) {
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            KeyAgreement agreement = KeyAgreement.getInstance(ALGORITHM);
            agreement.init(factory.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, secret)));
            agreement.doPhase(factory.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, u(other))), true);
            return Optional.of(agreement.generateSecret());
        } catch (InvalidKeyException smallOrder) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform lacks X25519.", e);
        }
    }

    /** RFC 7748, section 5: the topmost bit of the last byte does not belong to the number. */
    private static BigInteger u(byte[] little) {
        byte[] big = Arrays.copyOf(little, BYTES);
        for (int low = 0, high = BYTES - 1; low < high; low++, high--) {
            byte swapped = big[low];
            big[low] = big[high];
            big[high] = swapped;
        }
        big[0] &= 0x7F;
        return new BigInteger(1, big);
    }
}
