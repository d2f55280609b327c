package org.einlass.kiosk;

import java.util.List;
import java.util.Locale;
import org.einlass.reports.badge.Badge;
import org.einlass.reports.badge.BadgeName;
import org.einlass.reports.badge.BadgeRenderer;
import org.einlass.reports.badge.BandPattern;
import org.einlass.reports.badge.CategoryBand;
import org.einlass.reports.page.Ink;

/** Sets one badge for nobody, so that the first guest need not wait while fonts and classes are loaded. */
final class WarmUp {
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
        press.set(nobody).fold(ready -> ready.pages().pdf().length, unfit -> 0);
    }
}
