package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written on the desk's window can be read, in both looks. */
class DeskColoursTest {
    private static final double READABLE = 7;

    @BeforeAll
    static void install() {
        EventThread.call(() -> {
            Theme.install();
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, field",
        "ink, key",
        "attention, field",
        "hint, field",
        "strong.on, strong",
        "notice.none.on, notice.none",
        "notice.done.on, notice.done",
        "notice.calm.on, notice.calm",
        "notice.attention.on, notice.attention"
    })
    void aTextHasSevenToOne(String text, String ground) {
        for (String look : new String[] {"desk.", "desk.contrast."}) {
            assertThat(contrast(Theme.colour(look + text), Theme.colour(look + ground)))
                    .as(look + text + " on " + ground)
                    .isGreaterThanOrEqualTo(READABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"focus, field", "focus, paper", "focus, key", "edge, field", "edge, paper"})
    void theFocusAndEveryEdgeAreSeen(String line, String ground) {
        for (String look : new String[] {"desk.", "desk.contrast."}) {
            assertThat(contrast(Theme.colour(look + line), Theme.colour(look + ground)))
                    .as(look + line + " on " + ground)
                    .isGreaterThanOrEqualTo(3);
        }
    }

    /** By WCAG 2.2, section "contrast ratio". */
    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int band) {
        double share = band / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
