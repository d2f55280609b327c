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

    /** Rooms to be counted, with titles that take several lines. */
    public static PrintedList rooms(Locale language) {
        boolean german = language.equals(Locale.GERMAN);
        List<PrintedList.Row> rows = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            String title = i % 3 == 0
                    ? "Registermodernisierung und Nachnutzung: was Länder und Kommunen voneinander haben"
                    : "Workshop KI " + i;
            rows.add(new PrintedList.Row(
                    "",
                    List.of(
                            title,
                            "Loge " + i + (german ? ", höchstens 34" : ", at most 34"),
                            german ? "16.9., 10.30\u201312.00" : "16 Sept, 10:30\u201312:00",
                            i + (german ? " von 34" : " of 34"))));
        }
        return list(
                language,
                german ? "Zählblatt für Räume, 16. September 2025" : "Room count sheet, 16 September 2025",
                german
                        ? "Bitte zur Mitte der Veranstaltung zählen und am Schalter oder an der Tür eintragen."
                        : "Count in the middle of the session and enter the number at the desk or the door.",
                german
                        ? List.of("Veranstaltung", "Raum", "Zeit", "Gebucht")
                        : List.of("Session", "Room", "Time", "Booked"),
                german ? "Gezählt" : "Counted",
                rows);
    }

    /** A day of the desks: what they did, what they clarified, and what is open. */
    public static PrintedList protocol(Locale language) {
        boolean german = language.equals(Locale.GERMAN);
        List<PrintedList.Row> rows = new ArrayList<>();
        String actions = german ? "Vorgänge" : "Actions";
        for (int i = 0; i < 40; i++) {
            rows.add(new PrintedList.Row(
                    actions,
                    List.of(
                            german ? "Badge neu gedruckt (Angaben falsch)" : "Badge made again (details wrong)",
                            NAMES.get(i % NAMES.size()),
                            "Schalter Haupteingang Süd " + i % 4,
                            german ? "9.12" : "09:12")));
        }
        rows.add(new PrintedList.Row(
                german ? "Geklärt" : "Clarified",
                List.of(
                        german
                                ? "Zweimal eingelassen, wo einmal die Regel ist. (geprüft, stimmt so)"
                                : "Let in twice where once is the rule. (checked, it is right)",
                        "Müller-Lüdenscheidt, Prof. Dr. Jördis",
                        "Schalter 1",
                        german ? "9.40" : "09:40")));
        rows.add(new PrintedList.Row(
                german ? "Noch zu klären, von allen Tagen" : "Still to clarify, of all days",
                List.of(
                        german ? "Einträge eines Geräts fehlen." : "Entries of a device are missing.",
                        "\u2013",
                        "Tür 3",
                        "\u2013")));
        return list(
                language,
                german ? "Schalterprotokoll, 16. September 2025" : "Desk protocol, 16 September 2025",
                german
                        ? "Vorgänge: 40. Geklärt: 1. Noch zu klären: 1. Proben und ausgeschlossene Geräte stehen nicht"
                                + " hier; Geräte ohne Netz melden später."
                        : "Actions: 40. Clarified: 1. Still to clarify: 1. Rehearsals and excluded devices are not"
                                + " here; devices without network report later.",
                german
                        ? List.of("Vorgang", "Wen es betrifft", "Gerät", "Um")
                        : List.of("Action", "Whom it concerns", "Device", "At"),
                "",
                rows);
    }

    /** Badges to be taken out of their boxes. */
    public static PrintedList pulled(Locale language) {
        boolean german = language.equals(Locale.GERMAN);
        List<PrintedList.Row> rows = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            rows.add(new PrintedList.Row(
                    "",
                    List.of(
                            NAMES.get(i),
                            german
                                    ? "neu gedruckt, bitte das alte (Druck 1)"
                                    : "printed anew, pull the old one (print 1)",
                            "Landkreis Saalfeld-Rudolstadt",
                            i % 4 == 3 ? "–" : "2 · " + (17 + i))));
        }
        return list(
                language,
                german ? "Badges herausnehmen" : "Badges to pull",
                german
                        ? "Gedruckt und nicht ausgegeben, aber die Anmeldung gilt nicht mehr, oder das Namensschild"
                                + " wurde neu gedruckt: 10."
                        : "Printed and not handed out, but the registration no longer holds, or the badge was printed"
                                + " anew: 10.",
                german
                        ? List.of("Name", "Grund", "Organisation", "Kasten · Nr.")
                        : List.of("Name", "Reason", "Organisation", "Box · no."),
                german ? "Herausgenommen" : "Pulled",
                rows);
    }

    /** What hand-out points gave, two things in groups of their own. */
    public static PrintedList handOuts(Locale language) {
        boolean german = language.equals(Locale.GERMAN);
        List<PrintedList.Row> rows = new ArrayList<>();
        for (String what : german ? List.of("Empfänger", "Mittagessen") : List.of("Lunch", "Receiver")) {
            for (String name : NAMES) {
                rows.add(new PrintedList.Row(
                        what,
                        List.of(
                                name,
                                "Thüringer Finanzministerium",
                                german ? "16.9., 9.12" : "16 Sept, 09:12",
                                german ? "noch nicht" : "not yet")));
            }
        }
        return list(
                language,
                german ? "Ausgegeben" : "Handed out",
                german
                        ? "Noch nicht zurück: 20. Geräte ohne Netz melden später."
                        : "Still out: 20. Devices without network report later.",
                german
                        ? List.of("Name", "Organisation", "Ausgegeben", "Zurück")
                        : List.of("Name", "Organisation", "Given", "Back"),
                german ? "Erledigt" : "Done",
                rows);
    }

    private static PrintedList list(
            Locale language,
            String title,
            String note,
            List<String> headings,
            String blank,
            List<PrintedList.Row> rows) {
        return new PrintedList(
                title,
                "5. Thüringer E-Government-Kongress",
                note,
                Instant.parse("2025-09-17T16:05:00Z"),
                ZoneId.of("Europe/Berlin"),
                language,
                headings,
                blank,
                false,
                rows);
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
