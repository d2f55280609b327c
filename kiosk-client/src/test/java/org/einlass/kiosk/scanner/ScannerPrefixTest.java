package org.einlass.kiosk.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.einlass.kiosk.gate.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerPrefixTest {

    @ParameterizedTest
    @CsvSource({
        "T0123,T0123",
        "]Q1T0123,T0123",
        "]Q3T0123,T0123",
        "]d2T0123,T0123",
        "\\000026T0123,T0123",
        "]Q2\\000026a\\\\b,a\\b",
        "a\\\\b,a\\\\b",
        "]x,]x"
    })
    void stripsWhatTheScannerAdds(String typed, String text) {
        assertThat(ScannerPrefix.strip(typed)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"%s\"", "<%s>", "2026-12-01 09:15:00,%s", "%s;Nord 2", "scanner 4|%s|QR", "%s, 1", "09:15\t%s"
            })
    void aCodeOfOursIsFoundAmongWhatAScannerAdds(String around) {
        String code = Sample.ticket(1).text();
        String typed = around.formatted(code);

        assertThat(ScannerPrefix.strip(List.of(typed))).containsExactly(code, typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://tickets.example/%s", "{\"id\":\"x%s\"}", "id=%s", "0029%s", "%s7", "EVY-%s", "%s-A"})
    void aTextThatOnlyHasSuchALineInItStaysWhole(String around) {
        String typed = around.formatted(Sample.ticket(1).text());

        assertThat(ScannerPrefix.strip(List.of(typed))).containsExactly(typed);
    }

    @Test
    void aFieldThatIsNoCodeOfOursStaysInItsText() {
        String wrong = Sample.ticket(1).text().substring(1) + "7";

        assertThat(ScannerPrefix.strip(List.of("4;" + wrong))).containsExactly("4;" + wrong);
    }
}
