package org.einlass.server.device.enrolment;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.einlass.contract.enrolment.ConfirmationCode;
import org.einlass.contract.enrolment.DevicePublicKey;
import org.einlass.contract.enrolment.EnrolmentStatus;
import org.einlass.contract.enrolment.TokenChallenge;
import org.einlass.contract.tls.KeyPin;
import org.jspecify.annotations.Nullable;

/** What a device knows while it is enrolled: its pair of keys and its nonce. */
public final class EnrollingDevice {
    private static final int NONCE_BYTES = 16;

    private final KeyPair pair = newPair();
    private final String nonce = newNonce();

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String newNonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public DevicePublicKey key() {
        return DevicePublicKey.of(pair.getPublic());
    }

    public String nonce() {
        return nonce;
    }

    public String commitment() {
        return ConfirmationCode.commitment(key(), nonce);
    }

    /** What stands on its screen. */
    public String shortCode(EnrolmentStatus redeemed, @Nullable KeyPin pin) {
        return ConfirmationCode.of(redeemed.enrolment(), pin, key(), nonce, String.valueOf(redeemed.nonce()))
                .digits();
    }

    /** Its proof. */
    public String sign(EnrolmentStatus enrolled, String challenge) {
        return new TokenChallenge(challenge, enrolled.event(), enrolled.device()).sign(pair.getPrivate());
    }
}
