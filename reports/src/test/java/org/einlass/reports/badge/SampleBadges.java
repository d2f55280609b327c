package org.einlass.reports.badge;

import java.util.List;
import java.util.Locale;
import org.einlass.reports.page.Ink;

/** Badges of invented people for tests and specimens. */
public final class SampleBadges {

    public static final String CODE = "B1ABCDEFGH2345678JKLMNPQRSTUV";

    public static final CategoryBand SPEAKER =
            new CategoryBand("Referentin", "Speaker", new Ink(0x0B, 0x5F, 0xA5), BandPattern.STRIPES);
    public static final CategoryBand ATTENDEE =
            new CategoryBand("Teilnehmer", "Attendee", new Ink(0xF2, 0xB7, 0x05), BandPattern.DOTS);
    public static final CategoryBand PRESS =
            new CategoryBand("Presse", "Press", new Ink(0xB3, 0x12, 0x3E), BandPattern.CHEQUERS);

    private SampleBadges() {}

    public static Badge typical() {
        return badge(
                new BadgeName("Prof. Dr.", "Anna-Maria", "von der", "Heide", ""),
                "Abteilungsleiterin Digitalisierung",
                "Thüringer Ministerium für Digitales und Infrastruktur",
                "Referat 34, E-Government und OZG-Umsetzung",
                SPEAKER);
    }

    public static Badge shortest() {
        return badge(new BadgeName("", "Li", "", "Wu", ""), "", "Stadt Gera", "", ATTENDEE);
    }

    public static Badge extreme() {
        return badge(
                new BadgeName(
                        "Dr. rer. nat. habil.",
                        "Karl-Theodor Maximilian",
                        "Freiherr von und zu",
                        "Müller-Lüdenscheidt-Schnarrenberger",
                        ""),
                "Beauftragter für Informationssicherheit und Datenschutz",
                "Bundesamt für zentrale Dienste und offene Vermögensfragen, Außenstelle Donaudampfschifffahrtsgesellschaft",
                "Dezernat Allgemeine Verwaltung",
                PRESS);
    }

    public static Badge named(String name) {
        return badge(BadgeName.chosen(name), "", "", "", ATTENDEE);
    }

    public static Badge badge(
            BadgeName name, String function, String organisation, String department, CategoryBand category) {
        return new Badge(
                name,
                function,
                organisation,
                department,
                category,
                CODE,
                "Digitales Thüringen 2022",
                List.of("2. E-Government-Kongress", "5. IT-Leistungsschau"),
                Locale.GERMAN);
    }
}
