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
        Badge nobody = new Badge(
                BadgeName.chosen("Einlass"),
                "",
                "",
                "",
                new CategoryBand("Gast", "Guest", Ink.BLACK, BandPattern.PLAIN),
                "EINLASS",
                "Einlass",
                List.of(),
                Locale.GERMAN);
        for (int badge = 0; badge < BADGES; badge++) {
            press.set(nobody).fold(ready -> ready.pages().pdf().length, unfit -> 0);
        }
    }
}
