package org.einlass.contract.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyPinTest {
    /** The public key of RFC 8410, section 10.1; its pin was computed by openssl. */
    private static final String KEY = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

    private static final String PIN = "sha256/oekVYFTgT6yJmunydRMs3Ael28TqLCrTof/G4NJTaB8=";

    @Test
    void isTheSha256OfTheKeyAsCertificatesCarryIt() throws GeneralSecurityException {
        PublicKey key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(KEY)));

        assertThat(KeyPin.of(key).text()).isEqualTo(PIN);
        assertThat(KeyPin.parse(PIN)).contains(KeyPin.of(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256/",
                "sha1/2jmj7l5rSw0yVb/vlWAYkK/YBwk=",
                "sha256/2jmj7l5rSw0yVb/vlWAYkK/YBwk=",
                "sha256/not base64 at all"
            })
    void takesNothingElseForAPin(String text) {
        assertThat(KeyPin.parse(text)).isEmpty();
    }
}
