package org.einlass.reports.sign;

import java.util.List;

/** Signs of an invented event for tests and specimens. */
public final class SampleSigns {
    static final String WIFI = "WIFI:T:WPA;S:Kongress Gast;P:steigerwald;;";
    public static final List<Sign> SIGNS = List.of(
            new Sign(
                    "5. Thüringer E-Government-Kongress",
                    "Namensschilder / Badges",
                    "1",
                    "A–F",
                    "",
                    SignArrow.LEFT,
                    ""),
            new Sign("", "Namensschilder / Badges", "12", "Sch–Sn", "", SignArrow.RIGHT, ""),
            new Sign(
                    "5. Thüringer E-Government-Kongress",
                    "Selbst einchecken",
                    "Check-in",
                    "Self check-in",
                    "",
                    SignArrow.UP,
                    ""),
            new Sign(
                    "5. Thüringer E-Government-Kongress",
                    "WLAN / Wi-Fi",
                    "Kongress Gast",
                    "steigerwald",
                    "Oben das Netz, darunter das Passwort; oder den Code mit dem Telefon lesen. "
                            + "Network above, password below it; or read the code with a phone.",
                    SignArrow.NONE,
                    WIFI),
            new Sign(
                    "5. Thüringer E-Government-Kongress",
                    "Datenschutz / Privacy",
                    "",
                    "",
                    "Wir verarbeiten Ihren Namen und Ihre Organisation für das Namensschild und die Einlasskontrolle. "
                            .repeat(6),
                    SignArrow.NONE,
                    ""));

    private SampleSigns() {}
}
