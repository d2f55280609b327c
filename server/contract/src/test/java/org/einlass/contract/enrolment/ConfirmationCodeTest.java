package org.einlass.contract.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.tls.KeyPin;
import org.junit.jupiter.api.Test;

final class ConfirmationCodeTest {
    private static final UUID ENROLMENT = new UUID(1, 2);
    private static final KeyPin PIN = new KeyPin("sha256/oekVYFTgT6yJmunydRMs3Ael28TqLCrTof/G4NJTaB8=");
    private static final KeyPin OTHER_PIN = new KeyPin("sha256/47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    private static final EventId EVENT = new EventId("dt22");
    private static final DeviceId DEVICE = new DeviceId("kiosk-1");

    private final KeyPair pair = pair("secp256r1");
    private final DevicePublicKey key = DevicePublicKey.of(pair.getPublic());

    @Test
    void bothSidesComputeTheSameSixDigits() {
        ConfirmationCode device = ConfirmationCode.of(ENROLMENT, PIN, key, "device", "server");
        ConfirmationCode server =
                ConfirmationCode.of(ENROLMENT, PIN, new DevicePublicKey(key.text()), "device", "server");

        assertThat(device).isEqualTo(server);
        assertThat(device.grouped()).matches("[0-9]{3} [0-9]{3}");
    }

    /** One in a million agrees by chance; two in a row do so in none of a lifetime's builds. */
    @Test
    void whoeverIsInTheMidstMakesThemDiffer() {
        DevicePublicKey foreign = DevicePublicKey.of(pair("secp256r1").getPublic());
        ConfirmationCode code = ConfirmationCode.of(ENROLMENT, PIN, key, "device", "server");
        ConfirmationCode further = ConfirmationCode.of(ENROLMENT, PIN, key, "device2", "server");

        assertThat(List.of(
                        ConfirmationCode.of(ENROLMENT, PIN, foreign, "device", "server"),
                        ConfirmationCode.of(ENROLMENT, PIN, foreign, "device2", "server")))
                .isNotEqualTo(List.of(code, further));
        assertThat(List.of(
                        ConfirmationCode.of(ENROLMENT, OTHER_PIN, key, "device", "server"),
                        ConfirmationCode.of(ENROLMENT, OTHER_PIN, key, "device2", "server")))
                .isNotEqualTo(List.of(code, further));
        assertThat(ConfirmationCode.commitment(key, "device"))
                .isNotEqualTo(ConfirmationCode.commitment(foreign, "device"))
                .isNotEqualTo(ConfirmationCode.commitment(key, "device2"));
    }

    @Test
    void aSignatureIsGoodForOneNonceEventDeviceAndKey() {
        String signature = new TokenChallenge("nonce", EVENT, DEVICE).sign(pair.getPrivate());

        assertThat(new TokenChallenge("nonce", EVENT, DEVICE).isSigned(key, signature))
                .isTrue();
        assertThat(new TokenChallenge("nonce2", EVENT, DEVICE).isSigned(key, signature))
                .isFalse();
        assertThat(new TokenChallenge("nonce", new EventId("dt23"), DEVICE).isSigned(key, signature))
                .isFalse();
        assertThat(new TokenChallenge("nonce", EVENT, new DeviceId("kiosk-2")).isSigned(key, signature))
                .isFalse();
        DevicePublicKey foreign = DevicePublicKey.of(pair("secp256r1").getPublic());
        assertThat(new TokenChallenge("nonce", EVENT, DEVICE).isSigned(foreign, signature))
                .isFalse();
        assertThat(new TokenChallenge("nonce", EVENT, DEVICE).isSigned(key, "no base64"))
                .isFalse();
        assertThat(new TokenChallenge("nonce", EVENT, DEVICE).isSigned(key, "AAAA"))
                .isFalse();
    }

    @Test
    void onlyKeysOnTheOneCurveAreTaken() {
        String other =
                Base64.getEncoder().encodeToString(pair("secp384r1").getPublic().getEncoded());

        assertThatThrownBy(() -> new DevicePublicKey(other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DevicePublicKey("AAAA")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DevicePublicKey("ä")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DevicePublicKey("")).isInstanceOf(IllegalArgumentException.class);
    }

    private static KeyPair pair(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
