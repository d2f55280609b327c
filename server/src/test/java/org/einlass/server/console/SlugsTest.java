package org.einlass.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids that nobody has to think of. */
final class SlugsTest {
    @Test
    void aTextBecomesSmallLettersDigitsAndHyphens() {
        assertThat(Slugs.of("Kiosk 3, Süd (Straße)")).isEqualTo("kiosk-3-sued-strasse");
        assertThat(Slugs.of("日本")).isEmpty();
        assertThat(Slugs.of("x".repeat(200))).hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void aTakenIdGetsANumber() {
        assertThat(Slugs.free("Kiosk", "device", List.of("kiosk", "kiosk-2"))).isEqualTo("kiosk-3");
        assertThat(Slugs.free("!", "device", List.of())).isEqualTo("device");
    }
}
