package org.einlass.contract.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public half of the key with which an event signs its certificates of attendance (Ed25519, RFC 8032).
 * Written as PEM, SubjectPublicKeyInfo by RFC 8410.
 */
public final class AttendanceVerificationKey {
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final int FINGERPRINT_BYTES = 8;

    private final PublicKey key;

    AttendanceVerificationKey(PublicKey key) {
        this.key = key;
    }

    /** Reads a key; empty where the text is no PEM file of such a key. */
    public static Optional<AttendanceVerificationKey> ofPem(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            return Optional.empty();
        }
        try {
            byte[] encoded = Base64.getMimeDecoder()
                    .decode(pem.substring(begin + BEGIN.length(), end).strip());
            return Optional.of(new AttendanceVerificationKey(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key as a PEM file. */
    public String pem() {
        return BEGIN + "\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()) + "\n" + END
                + "\n";
    }

    /** The beginning of the key's SHA-256, in groups of four digits, for people to compare. */
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            String digits = HexFormat.of().formatHex(Arrays.copyOf(hash, FINGERPRINT_BYTES));
            return digits.replaceAll("(.{4})(?=.)", "$1 ");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }

    boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
