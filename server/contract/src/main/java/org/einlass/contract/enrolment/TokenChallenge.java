package org.einlass.contract.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;

/**
 * What a device signs to get a token.
 *
 * @param nonce made by the server, valid once and for a minute
 * @param event the event and device that the signature is for, so that it is good for no other
 */
public record TokenChallenge(String nonce, EventId event, DeviceId device) {

    private byte[] message() {
        return String.join("\0", "einlass1 token", nonce, event.text(), device.text())
                .getBytes(UTF_8);
    }

    /** The device's proof, in base64. */
    public String sign(PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(message());
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform cannot sign on the curve P-256.", e);
        }
    }

    /** Whether the holder of {@code key} signed this; false for whatever is no signature at all. */
    public boolean isSigned(DevicePublicKey key, String signature) {
        try {
            return key.verifies(message(), Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
