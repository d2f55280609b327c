package org.einlass.reports.list;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Invented lists for tests and specimens. */
public final class SampleLists {
    private static final List<String> NAMES = List.of(
            "Adler, Anna",
            "Äpfelbach, Dr. Jan",
            "Çelik, Ömer",
            "Groß, Özlem",
            "Leyen, Dr. Marie von der",
            "Müller-Lüdenscheidt, Prof. Dr. Jördis",
            "Øst, Ida",
            "Schmidt, Eva",
            "Thị Mai, Đặng",
            "Zyła, Łukasz");

    private SampleLists() {}

    /** People with a column to sign in. */
    public static PrintedList signed(Locale language) {
        return signed(language, 60);
    }

    /** So many people with a column to sign in. */
    public static PrintedList signed(Locale language, int people) {
        boolean german = language.equals(Locale.GERMAN);
        return new PrintedList(
                german ? "Wer gekommen ist und wer nicht" : "Who came and who did not",
                "5. Thüringer E-Government-Kongress",
                german
                        ? "Von %d Erwarteten sind %d gekommen, %d nicht."
                                .formatted(people, people * 2 / 3, people - people * 2 / 3)
                        : "Of %d expected, %d came and %d did not."
                                .formatted(people, people * 2 / 3, people - people * 2 / 3),
                Instant.parse("2025-09-17T16:05:00Z"),
                ZoneId.of("Europe/Berlin"),
                language,
                german
                        ? List.of("Name", "Organisation", "Kategorie", "Gekommen")
                        : List.of("Name", "Organisation", "Category", "Arrived"),
                german ? "Unterschrift" : "Signature",
                false,
                rows(people, ""));
    }

    public static PrintedList extreme() {
        return extreme(Locale.GERMAN);
    }

    /** A page for each organisation, with words that fill their columns. */
    public static PrintedList extreme(Locale language) {
        boolean german = language.equals(Locale.GERMAN);
        List<PrintedList.Row> rows = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            String group = "Arbeitsgemeinschaft Nr. " + i
                    + " der kommunalen Spitzenverbände für Verwaltungsdigitalisierung und interkommunale Zusammenarbeit";
            rows.addAll(rows(i * 20, group));
            rows.add(new PrintedList.Row(
                    group,
                    List.of(
                            "Wolfeschlegelsteinhausenbergerdorff-Schwarzenberg, Staatssekretärin Prof. Dr. Dr. h. c. Maria Theresia Freifrau von",
                            group,
                            "Sachverständige des Beirats",
                            "16.9., 9.12")));
        }
        return new PrintedList(
                german ? "Räumungsliste" : "Evacuation list",
                "Gemeinsamer Kongress der Arbeitsgemeinschaften der kommunalen Spitzenverbände für die Digitalisierung"
                        + " der öffentlichen Verwaltung in Mitteldeutschland 2025",
                german
                        ? "123 Personen, gesehen seit 16.9., 4.00. Ausgänge werden nicht gescannt: zuletzt gesehen,"
                                + " kein Beweis (Arena, Marktplatz der Aussteller, Loge 1, Loge 2, Loge 3). Geräte"
                                + " ohne Netz melden später. Wer nie gescannt wurde, steht nicht hier."
                        : "123 people, seen since 16 Sept, 04:00. Exits are not scanned: last seen, not proof (Arena,"
                                + " Marktplatz der Aussteller, Loge 1, Loge 2, Loge 3). Devices without network"
                                + " report later. Whoever was never scanned is not here.",
                Instant.parse("2025-09-17T16:05:00Z"),
                ZoneId.of("Europe/Berlin"),
                language,
                german
                        ? List.of("Name", "Organisation", "Zuletzt gesehen", "Um")
                        : List.of("Name", "Organisation", "Last seen", "At"),
                "",
                true,
                rows);
    }

    public static PrintedList empty() {
        return empty(Locale.GERMAN);
    }

    /** Nobody at all. */
    public static PrintedList empty(Locale language) {
        boolean german = language.equals(Locale.GERMAN);
        return new PrintedList(
                german ? "Badges herausnehmen" : "Badges to pull",
                "Ü",
                german
                        ? "Gedruckt und nicht ausgegeben, aber die Anmeldung gilt nicht mehr: 0."
                        : "Printed and not handed out, but the registration no longer holds: 0.",
                Instant.parse("2025-09-17T16:05:00Z"),
                ZoneId.of("Europe/Berlin"),
                language,
                german
                        ? List.of("Name", "Organisation", "Grund", "Gedruckt")
                        : List.of("Name", "Organisation", "Reason", "Printed"),
                german ? "Herausgenommen" : "Pulled",
                false,
                List.of());
    }

    private static List<PrintedList.Row> rows(int count, String group) {
        List<PrintedList.Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new PrintedList.Row(
                    group,
                    List.of(
                            NAMES.get(i * NAMES.size() / count),
                            i % 2 == 0 ? "Landkreis Saalfeld-Rudolstadt" : "Thüringer Finanzministerium",
                            "Teilnehmerin",
                            i % 3 == 0 ? "\u2013" : "16.9., 9.12")));
        }
        return rows;
    }
}
