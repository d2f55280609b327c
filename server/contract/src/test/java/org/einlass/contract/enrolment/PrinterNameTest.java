package org.einlass.contract.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server tells its devices where they print, and can send them to no file and to no address with a password. */
final class PrinterNameTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "queue:Badges",
                "queue:Büro_2",
                "ipp://printer.example/ipp/print",
                "IPPS://[::1]:8631/printers/a"
            })
    void takesWhatADevicesOwnSettingTakes(String text) {
        assertThat(PrinterName.typed(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "folder:/etc",
                "queue:",
                "queue:a b",
                "queue:../a",
                "queue:a\u0000",
                "http://printer.example/",
                "ipp:printer",
                "ipp://user:secret@printer.example/",
                "ipp:// printer/"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> PrinterName.typed(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PrinterName.typed("queue:" + "a".repeat(PrinterName.LONGEST)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsAFormOfANewerServerAndSaysThatItIsNotKnown() throws Exception {
        PrinterName newer = JSON.readValue("\"cloud://printers.example/7\"", PrinterName.class);

        assertThat(newer.isKnown()).isFalse();
        assertThat(JSON.writeValueAsString(newer)).isEqualTo("\"cloud://printers.example/7\"");
    }
}
