package org.einlass.server.intake.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.einlass.contract.registration.Attendee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GuestKeyTest {
    private static final Attendee EVA = Attendee.of("Eva", "Weiß", "Stadt Jena");

    @Test
    void isTheFingerprintThatTheReadmeStates() {
        assertThat(GuestKey.fingerprint(EVA).text())
                .isEqualTo("sha256:19f6a01b2df388cd35d0d75d9228fda3b870c658f976f7949196cf57c47beeb5");
    }

    @ParameterizedTest
    @CsvSource({"EVA,WEISS,STADT JENA", "Ｅｖａ,Weiß,Stadt\u00A0 Jena", "eva,weiss,'stadt\njena'"})
    void staysTheSameForWhatAnotherExportWritesOtherwise(String given, String family, String organisation) {
        assertThat(GuestKey.fingerprint(Attendee.of(given, family, organisation)))
                .isEqualTo(GuestKey.fingerprint(EVA));
    }

    @Test
    void staysTheSameWhereverTheParticleStandsAndWhateverTitleIsWon() {
        Attendee apart = new Attendee("Frau", "Dr.", "Eva", "von der", "Tann", "Leiterin", "Land", "", "", "");
        Attendee together = Attendee.of("Eva", "von der Tann", "Land");

        assertThat(GuestKey.fingerprint(apart)).isEqualTo(GuestKey.fingerprint(together));
    }

    @ParameterizedTest
    @CsvSource({
        "Eva,Weiss-Groß,Stadt Jena",
        "Evi,Weiß,Stadt Jena",
        "Eva,Weiß,Stadt Gera",
        "Eva,Weiß,''",
        "Eva,Weiß Stadt,Jena"
    })
    void tellsDifferentPeopleApart(String given, String family, String organisation) {
        assertThat(GuestKey.fingerprint(Attendee.of(given, family, organisation)))
                .isNotEqualTo(GuestKey.fingerprint(EVA));
    }

    @Test
    void neverTakesAnOwnKeyForAFingerprint() {
        String fingerprint = GuestKey.fingerprint(EVA).text();

        assertThat(GuestKey.own(fingerprint)).isNotEqualTo(GuestKey.fingerprint(EVA));
    }
}
