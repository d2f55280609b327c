package org.einlass.reports.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of invented days for tests and specimens. */
public final class SampleAttendance {
    private static final ZoneId ERFURT = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.of(2025, 9, 16);
    private static final LocalDate SECOND = LocalDate.of(2025, 9, 17);
    private static final int[] MORNING = {3, 8, 21, 64, 118, 87, 41, 22, 9, 4, 2, 0, 1, 3, 0, 0, 15, 2};
    private static final int[] SECOND_MORNING = {1, 4, 12, 40, 102, 131, 99, 60, 31, 11, 4, 0, 0, 0, 0, 0, 0, 0, 0, 5};

    private SampleAttendance() {}

    /** Two days of 400 and 500 visitors, 200 of them on both: 700. */
    public static Attendance typical() {
        return typical(Locale.GERMAN);
    }

    public static Attendance typical(Locale language) {
        boolean german = language.equals(Locale.GERMAN);
        AttendanceRow total = new AttendanceRow(german ? "Insgesamt" : "In total", 812, 700);
        List<AttendanceTable> tables = new ArrayList<>();
        tables.add(table(
                Breakdown.DAY,
                List.of(
                        new AttendanceRow(german ? "16. September 2025" : "16 September 2025", 520, 400),
                        new AttendanceRow(german ? "17. September 2025" : "17 September 2025", 590, 500),
                        new AttendanceRow(
                                german ? "An beiden Tagen, oben doppelt" : "On both days, twice above", -298, -200)),
                new AttendanceRow(german ? "Verschiedene Personen" : "Different people", 812, 700),
                List.of()));
        tables.add(table(
                Breakdown.PROGRAMME,
                List.of(
                        new AttendanceRow("5. Thüringer E-Government-Kongress", 602, 541),
                        new AttendanceRow("IT-Leistungsschau", 360, 288),
                        new AttendanceRow(german ? "Ohne Programm" : "Without a programme", 3, 3),
                        new AttendanceRow(
                                german ? "In beiden Programmen, oben doppelt" : "In both programmes, twice above",
                                -153,
                                -132)),
                new AttendanceRow(german ? "Verschiedene Personen" : "Different people", 812, 700),
                List.of()));
        tables.add(table(
                Breakdown.CATEGORY,
                List.of(
                        new AttendanceRow("Teilnehmerinnen und Teilnehmer", 726, 627),
                        new AttendanceRow("Referentinnen und Referenten", 42, 41),
                        new AttendanceRow("Ausstellung", 38, 30),
                        new AttendanceRow("Presse", 6, 2)),
                total,
                List.of(new AttendanceRow(german ? "Nicht mitgezählt: Team" : "Not counted: crew", 12, 12))));
        tables.add(table(
                Breakdown.SECTOR,
                List.of(
                        new AttendanceRow(german ? "Bund" : "Federal", 21, 17),
                        new AttendanceRow(german ? "Land" : "State", 388, 349),
                        new AttendanceRow(german ? "Kommune" : "Municipal", 291, 247),
                        new AttendanceRow(german ? "Wirtschaft" : "Business", 79, 65),
                        new AttendanceRow(german ? "Wissenschaft" : "Science", 33, 22)),
                total,
                List.of()));
        tables.add(table(
                Breakdown.DOOR,
                List.of(new AttendanceRow("Haupteingang", 0, 610), new AttendanceRow("Nordeingang", 0, 90)),
                new AttendanceRow(german ? "Insgesamt" : "In total", 0, 700),
                List.of()));
        return new Attendance(
                "5. Thüringer E-Government-Kongress",
                language,
                ERFURT,
                List.of(FIRST, SECOND),
                Instant.parse("2025-09-17T16:05:00Z"),
                total,
                14,
                tables,
                List.of(
                        new DayArrivals(FIRST, quarters("2025-09-16T08:00+02:00", MORNING)),
                        new DayArrivals(SECOND, quarters("2025-09-17T07:45+02:00", SECOND_MORNING))));
    }

    /** The same beside an event of the year before, with sessions, one of them in an overfull room. */
    public static Attendance compared(Locale language) {
        Attendance typical = typical(language);
        boolean german = language.equals(Locale.GERMAN);
        List<AttendanceTable> tables = new ArrayList<>(typical.tables());
        tables.add(table(
                Breakdown.SESSION,
                List.of(
                        new AttendanceRow("Workshop KI in der Verwaltung, Loge 4, 16.9., 10.30", 34, 41, 34L),
                        new AttendanceRow("OZG 2.0, Loge 7, 16.9., 10.30", 12, 9, 60L),
                        new AttendanceRow("Offene Runde, Foyer, 17.9., 14.00", 0, 25),
                        new AttendanceRow(
                                german ? "In mehreren, oben mehrfach" : "In several, repeated above", -4, -12)),
                new AttendanceRow(german ? "Verschiedene Personen" : "Different people", 42, 63),
                List.of(new AttendanceRow(
                        german ? "Nicht mitgezählt: wer nicht als Besuch zählt" : "Not counted: who is no visitor",
                        0,
                        6))));
        tables.addAll(cases(german));
        Attendance figures = new Attendance(
                typical.event(),
                language,
                ERFURT,
                typical.days(),
                typical.generatedAt(),
                typical.total(),
                typical.walkedIn(),
                tables,
                typical.arrivals().stream()
                        .map(day -> new DayArrivals(day.day(), without(6, day.quarters()), 520L, 6))
                        .toList());
        LocalDate before = LocalDate.of(2023, 10, 24);
        Attendance earlier = new Attendance(
                "3. Thüringer E-Government-Kongress",
                language,
                ERFURT,
                List.of(before),
                Instant.parse("2023-10-25T06:00:00Z"),
                new AttendanceRow("", 500, 361),
                0,
                List.of(),
                List.of(new DayArrivals(
                        before,
                        quarters("2023-10-24T07:30+02:00", new int[] {12, 31, 77, 110, 64, 22, 0, 0, 31, 14}))));
        return figures.comparedWith(earlier);
    }

    /** What staff decided, and what contradicted itself. */
    private static List<AttendanceTable> cases(boolean german) {
        String all = german ? "Insgesamt" : "In total";
        return List.of(
                table(
                        Breakdown.DECISION,
                        List.of(
                                new AttendanceRow(german ? "Eingelassen" : "Let in", 0, 9),
                                new AttendanceRow(german ? "Nicht eingelassen" : "Not let in", 0, 2),
                                new AttendanceRow(
                                        german
                                                ? "Einlass oder Aufnahme zurückgenommen"
                                                : "Admission or newcomer taken back",
                                        0,
                                        3)),
                        new AttendanceRow(all, 0, 14),
                        List.of()),
                table(
                        Breakdown.CONFLICT,
                        List.of(
                                new AttendanceRow(
                                        german
                                                ? "Zweimal eingelassen, wo nur einmal gilt."
                                                : "Let in twice where once is the rule.",
                                        4,
                                        3),
                                new AttendanceRow(
                                        german
                                                ? "Dasselbe Feld wurde zweimal verschieden berichtigt."
                                                : "The same field was corrected twice in different ways.",
                                        1,
                                        0)),
                        new AttendanceRow(all, 5, 3),
                        List.of()));
    }

    public static Attendance extreme() {
        return extreme(Locale.GERMAN);
    }

    /** Very long words, a table over several pages, figures of six digits, a clock change. */
    public static Attendance extreme(Locale language) {
        boolean german = language.equals(Locale.GERMAN);
        List<AttendanceRow> organisations = new ArrayList<>();
        long registered = 0;
        long arrived = 0;
        for (int i = 1; i <= 70; i++) {
            organisations.add(new AttendanceRow(
                    "Arbeitsgemeinschaft Nr. " + i
                            + " der kommunalen Spitzenverbände für Verwaltungsdigitalisierung und interkommunale Zusammenarbeit",
                    i * 1000L,
                    i * 777L));
            registered += i * 1000L;
            arrived += i * 777L;
        }
        AttendanceRow total = new AttendanceRow(german ? "Insgesamt" : "In total", registered, arrived);
        List<AttendanceTable> tables = new ArrayList<>();
        tables.add(table(Breakdown.ORGANISATION, organisations, total, List.of()));
        tables.add(table(Breakdown.NO_SHOW, organisations, total, List.of()));
        tables.add(table(
                Breakdown.SESSION,
                List.of(new AttendanceRow(
                        "Registermodernisierung, Verwaltungsdigitalisierung und interkommunale Zusammenarbeit in"
                                + " Mitteldeutschland, Loge 4 im zweiten Obergeschoss, 16.9., 10.30",
                        1_234_567,
                        2_345_678,
                        1_000_000L)),
                new AttendanceRow(german ? "Verschiedene Personen" : "Different people", 1_234_567, 2_345_678),
                List.of()));
        tables.addAll(cases(german));
        int[] night = new int[20];
        night[0] = 123_456;
        night[10] = 4321;
        night[19] = 1;
        return new Attendance(
                "Gemeinsamer Kongress der Arbeitsgemeinschaften der kommunalen Spitzenverbände für die Digitalisierung"
                        + " der öffentlichen Verwaltung in Mitteldeutschland 2025",
                language,
                ERFURT,
                List.of(LocalDate.of(2025, 10, 25)),
                Instant.parse("2025-10-26T06:00:00Z"),
                total,
                0,
                tables,
                List.of(new DayArrivals(
                        LocalDate.of(2025, 10, 25), quarters("2025-10-25T23:30+02:00", night), 654_321L, 1_234)));
    }

    public static Attendance empty() {
        return empty(Locale.GERMAN);
    }

    public static Attendance empty(Locale language) {
        String total = language.equals(Locale.GERMAN) ? "Insgesamt" : "In total";
        return new Attendance(
                "Ü",
                language,
                ERFURT,
                List.of(FIRST),
                Instant.parse("2025-09-16T06:00:00Z"),
                new AttendanceRow(total, 0, 0),
                0,
                List.of(table(Breakdown.CATEGORY, List.of(), new AttendanceRow(total, 0, 0), List.of())),
                List.of(new DayArrivals(FIRST, List.of())));
    }

    /** One table by category. */
    static Attendance of(List<AttendanceRow> categories) {
        AttendanceRow total = categories.stream().reduce(new AttendanceRow("Insgesamt", 0, 0), AttendanceRow::plus);
        return new Attendance(
                "Kongress",
                Locale.GERMAN,
                ERFURT,
                List.of(FIRST),
                Instant.parse("2025-09-16T16:00:00Z"),
                total,
                1,
                List.of(table(Breakdown.CATEGORY, categories, total, List.of())),
                List.of());
    }

    /** Six of them were entered from paper: they are in no quarter. */
    private static List<QuarterHour> without(int people, List<QuarterHour> quarters) {
        List<QuarterHour> fewer = new ArrayList<>(quarters);
        fewer.replaceAll(quarter -> quarter.equals(quarters.get(3))
                ? new QuarterHour(quarter.start(), quarter.arrivals() - people)
                : quarter);
        return fewer;
    }

    private static AttendanceTable table(
            Breakdown by, List<AttendanceRow> rows, AttendanceRow total, List<AttendanceRow> notCounted) {
        return new AttendanceTable(by, null, rows, total, notCounted);
    }

    private static List<QuarterHour> quarters(String start, int[] counts) {
        List<QuarterHour> quarters = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            Instant at = OffsetDateTime.parse(start).toInstant().plusSeconds(900L * i);
            quarters.add(new QuarterHour(at.atZone(ERFURT).toOffsetDateTime(), counts[i]));
        }
        return quarters;
    }
}
