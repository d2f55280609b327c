package org.einlass.kiosk;

import java.util.List;
import java.util.Locale;
import org.einlass.reports.badge.Badge;
import org.einlass.reports.badge.BadgeName;
import org.einlass.reports.badge.BadgeRenderer;
import org.einlass.reports.badge.BandPattern;
import org.einlass.reports.badge.CategoryBand;
import org.einlass.reports.page.Ink;

/**
 * Sets badges for nobody, so that the first guest need not wait while fonts and classes are loaded and
 * compiled.
 */
final class WarmUp {
    /** The first takes seconds, the fifth about as long as the hundredth. */
    private static final int BADGES = 5;

    private WarmUp() {}

    static void of(BadgeRenderer press) {
        for (int badge = 0; badge < BADGES; badge++) {
            press.set(nobody(badge)).fold(ready -> ready.pages().pdf().length, unfit -> 0);
        }
    }

    /** With everything that a guest's badge has: title, hyphenated lines, each weight, a whole code, a pattern. */
    private static Badge nobody(int number) {
        return new Badge(
                new BadgeName("Prof. Dr.", "Anna-Maria", "von der", "Musterhausen " + number, ""),
                "Abteilungsleitung Digitalisierung",
                "Ministerium für Verwaltungsdigitalisierung und Informationssicherheit " + number,
                "Referat " + number,
                new CategoryBand("Gast", "Guest", new Ink(0x0B, 0x5F, 0xA5), BandPattern.STRIPES),
                "B1ABCDEFGH2345678JKLMNPQRST" + (char) ('A' + number) + "V",
                "Einlass",
                List.of("Kongress"),
                Locale.GERMAN);
    }
}
