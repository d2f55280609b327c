package org.einlass.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.einlass.contract.id.EventId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScannedTextTest {

    @Test
    void seesOurGrammarFirst() {
        Code code = new CodeKey(new EventId("e"), '1', new byte[32]).issue(CodeKind.TICKET, new Random(3));

        assertThat(ScannedText.of(code.text())).isEqualTo(code);
    }

    @Test
    void takesPrintableTextForAnotherSystemsCode() {
        assertThat(ScannedText.of(" 7Gk2xLm9 ")).isEqualTo(new ExternalCode("7Gk2xLm9"));
        assertThat(ScannedText.of("https://example.org/t/7Gk2")).isInstanceOf(ExternalCode.class);
    }

    @ParameterizedTest
    @CsvSource({"'BEGIN:VCARD\nN:Frau', CARD", "'https://example.org/\u0007', URL", "'\u0001\u0002', OTHER", "'', OTHER"
    })
    void keepsOnlyClassAndLengthOfTheRest(String text, ForeignText.Sort sort) {
        assertThat(ScannedText.of(text)).isEqualTo(new ForeignText(sort, text.length()));
    }

    @Test
    void takesNoLongerTextThanACodeCanHave() {
        assertThat(ScannedText.of("x".repeat(ExternalCode.LONGEST + 1))).isInstanceOf(ForeignText.class);
    }
}
