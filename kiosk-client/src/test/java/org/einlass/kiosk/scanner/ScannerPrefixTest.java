package org.einlass.kiosk.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
