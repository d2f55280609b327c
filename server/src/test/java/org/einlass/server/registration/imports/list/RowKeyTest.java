package org.einlass.server.registration.imports.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.einlass.contract.registration.Attendee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RowKeyTest {
    private static final Attendee EVA = Attendee.of("Eva", "Weiß", "Stadt Jena");

    @Test
    void isTheFingerprintThatTheReadmeStates() {
        assertThat(RowKey.fingerprint(EVA).text())
                .isEqualTo("sha256:19f6a01b2df388cd35d0d75d9228fda3b870c658f976f7949196cf57c47beeb5");
    }

    @ParameterizedTest
    @CsvSource({"EVA,WEISS,STADT JENA", "Ｅｖａ,Weiß,Stadt\u00A0 Jena", "eva,weiss,'stadt\njena'"})
    void staysTheSameForWhatAnotherExportWritesOtherwise(String given, String family, String organisation) {
        assertThat(RowKey.fingerprint(Attendee.of(given, family, organisation))).isEqualTo(RowKey.fingerprint(EVA));
    }

    @Test
    void staysTheSameWhereverTheParticleStandsAndWhateverTitleIsWon() {
        Attendee apart = new Attendee("Frau", "Dr.", "Eva", "von der", "Tann", "Leiterin", "Land", "", "", "");
        Attendee together = Attendee.of("Eva", "von der Tann", "Land");

        assertThat(RowKey.fingerprint(apart)).isEqualTo(RowKey.fingerprint(together));
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
        assertThat(RowKey.fingerprint(Attendee.of(given, family, organisation))).isNotEqualTo(RowKey.fingerprint(EVA));
    }

    @Test
    void neverTakesAnOwnKeyForAFingerprint() {
        String fingerprint = RowKey.fingerprint(EVA).text();

        assertThat(RowKey.own(fingerprint)).isNotEqualTo(RowKey.fingerprint(EVA));
    }
}
