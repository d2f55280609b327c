package org.einlass.contract.enrolment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * A device's public key on the curve P-256: its SubjectPublicKeyInfo in base64. The private key never leaves the
 * device.
 */
public record DevicePublicKey(@JsonValue String text) {
    private static final int LONGEST = 200;
    private static final String P256_ORDER = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

    /** @throws IllegalArgumentException where {@code text} is no such key */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DevicePublicKey {
        if (text.length() > LONGEST || !isOnP256(key(text))) {
            throw new IllegalArgumentException("no public key on the curve P-256");
        }
    }

    /** The public half of a device's pair of keys. */
    public static DevicePublicKey of(PublicKey key) {
        return new DevicePublicKey(Base64.getEncoder().encodeToString(key.getEncoded()));
    }

    private static PublicKey key(String text) {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no public key", e);
        }
    }

    private static boolean isOnP256(PublicKey key) {
        return key instanceof ECPublicKey curve
                && curve.getParams().getOrder().toString(16).equals(P256_ORDER);
    }

    /** Whether the holder of the private key signed {@code message} (ECDSA with SHA-256, DER). */
    boolean verifies(byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(key(text));
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "device key";
    }
}
