package org.einlass.contract.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key with which an event signs its certificates of attendance: Ed25519, RFC 8032. */
public final class AttendanceSigningKey {
    private final PrivateKey key;

    private AttendanceSigningKey(PrivateKey key) {
        this.key = key;
    }

    /** A new pair of keys. */
    public record Pair(AttendanceSigningKey signing, AttendanceVerificationKey verification) {}

    /** Makes new keys. */
    public static Pair next() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new Pair(
                    new AttendanceSigningKey(pair.getPrivate()), new AttendanceVerificationKey(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    /** Reads what {@link #secret} wrote. */
    public static AttendanceSigningKey of(String secret) {
        try {
            byte[] encoded = Base64.getDecoder().decode(secret);
            return new AttendanceSigningKey(
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    /** The key as text, to be kept sealed. */
    public String secret() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    byte[] sign(byte[] text) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(text);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    private static IllegalStateException unavailable(GeneralSecurityException cause) {
        return new IllegalStateException("This Java cannot work with Ed25519 keys.", cause);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "signing key of certificates of attendance";
    }
}
