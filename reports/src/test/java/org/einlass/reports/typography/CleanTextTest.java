package org.einlass.reports.typography;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

/** Texts as they are set: composed, with single blanks, without what nobody sees. */
class CleanTextTest {
    @Test
    void latinLettersStayAndAreComposedAlready() {
        for (char letter = '!'; letter <= 0x017F; letter++) {
            String text = "a" + letter + "b";
            boolean seen = letter != 0x7F && (letter < 0x80 || letter > 0x9F) && letter != 0xAD;

            assertThat(CleanText.of(text)).as("U+%04X", (int) letter).isEqualTo(seen ? text : "ab");
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
        }
    }

    @Test
    void blanksAreSingleAndNoneStandsAtAnEnd() {
        assertThat(CleanText.of("  Stadt \t Gera ")).isEqualTo("Stadt Gera");
        assertThat(CleanText.of("Stadt Gera ")).isEqualTo("Stadt Gera");
        assertThat(CleanText.of(" ")).isEmpty();
        assertThat(CleanText.of("")).isEmpty();
        assertThat(CleanText.of("Stadt\u00A0Gera")).isEqualTo("Stadt\u00A0Gera");
        assertThat(CleanText.of("Mu\u0308ller")).isEqualTo("Müller");
    }
}
