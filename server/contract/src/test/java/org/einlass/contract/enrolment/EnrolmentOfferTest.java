package org.einlass.contract.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.einlass.contract.tls.KeyPin;
import org.junit.jupiter.api.Test;

final class EnrolmentOfferTest {
    private static final EnrolmentOffer OFFER = new EnrolmentOffer(
            List.of(URI.create("https://einlass.example:8443/"), URI.create("https://10.0.0.5:8443/")),
            List.of(
                    new KeyPin("sha256/oekVYFTgT6yJmunydRMs3Ael28TqLCrTof/G4NJTaB8="),
                    new KeyPin("sha256/47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")),
            new EnrolmentCode("ABCDEFGHJKLM"));

    /** Golden: an older device reads what a newer server shows. */
    private static final String TEXT =
            "E1NLASS0411SS3LEHQ76EHF5VJNJTKCC5RP6BK5F1GNSU3CCLV3GD1L6CPHCS3LEHQ76EHF5UQK0BHG5"
                    + "QQ2UD9S70S38CRF0AGWJ5B0AKG4XB49KBLX4V8K5KE0F9ETQKM2QANKL7XUDQ6JADL1XQVGQH19HX0U2"
                    + "JDFPV68K5PTJ917MR0W8R4TJD6A95CR3DU55E2M85146H258R3LGJJB9H6KDTBRUL";

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(EnrolmentOffer.parse(OFFER.text())).contains(OFFER);
        assertThat(OFFER.text()).isEqualTo(TEXT);
    }

    @Test
    void scannersMayTypeSmallLettersAndTheLettersForOneAndNought() {
        String typed = OFFER.text().toLowerCase(Locale.ROOT).replace("e1nlass", "einlass");

        assertThat(EnrolmentOffer.parse(typed)).contains(OFFER);
        assertThat(EnrolmentOffer.claims(typed)).isTrue();
    }

    @Test
    void itIsSpelledInTheAlphabetOfCodesOnly() {
        assertThat(OFFER.text()).matches("[0-9A-HJ-NP-X]+").startsWith("E1NLASS");
    }

    @Test
    void anySlipIsNoticed() {
        String text = OFFER.text();
        List<String> slips = text.substring(7)
                .chars()
                .mapToObj(symbol -> symbol == '0' ? '1' : '0')
                .map(String::valueOf)
                .collect(Collectors.toList());

        for (int i = 0; i < slips.size(); i++) {
            String slipped = text.substring(0, 7 + i) + slips.get(i) + text.substring(8 + i);
            // The last symbol is padded: some of its bits mean nothing.
            if (i < slips.size() - 1) {
                assertThat(EnrolmentOffer.parse(slipped)).as(slipped).isEmpty();
            }
        }
        assertThat(EnrolmentOffer.parse(text.substring(0, text.length() - 2))).isEmpty();
    }

    @Test
    void aTicketIsNoOffer() {
        assertThat(EnrolmentOffer.claims("T1ABCDEFGHJKLMNPQRSTUVWX01234")).isFalse();
        assertThat(EnrolmentOffer.parse("")).isEmpty();
        assertThat(EnrolmentOffer.parse("EINLASS")).isEmpty();
        assertThat(EnrolmentOffer.parse("EINLASS" + "X".repeat(5_000))).isEmpty();
    }

    @Test
    void codesAreTypedAsTheyAreShown() {
        EnrolmentCode code = EnrolmentCode.next(new SecureRandom());

        assertThat(EnrolmentCode.parse(code.grouped().toLowerCase(Locale.ROOT))).contains(code);
        assertThat(code.grouped()).matches("\\w{4}-\\w{4}-\\w{4}");
        assertThat(EnrolmentCode.parse("ABCD-EFGH-JKL")).isEmpty();
        assertThat(code.toString()).doesNotContain(code.text());
    }
}
