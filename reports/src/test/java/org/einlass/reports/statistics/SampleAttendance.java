package org.einlass.reports.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The figures of an invented morning for tests and specimens. */
public final class SampleAttendance {

    private static final LocalDateTime DOORS = LocalDateTime.of(2022, 7, 4, 8, 0);
    private static final int[] MORNING = {3, 8, 21, 64, 118, 87, 41, 22, 9, 4, 2, 0, 1, 3, 0, 0, 5, 2};

    private SampleAttendance() {}

    public static Attendance typical() {
        return of(
                List.of(
                        new AttendanceRow("Teilnehmerinnen und Teilnehmer", 436, 317),
                        new AttendanceRow("Referentinnen und Referenten", 42, 41),
                        new AttendanceRow("Ausstellung", 38, 30),
                        new AttendanceRow("Presse", 6, 2)),
                quarters(MORNING));
    }

    public static Attendance extreme() {
        List<AttendanceRow> categories = new ArrayList<>();
        for (int i = 1; i <= 70; i++) {
            categories.add(new AttendanceRow(
                    "Arbeitsgemeinschaft Nr. " + i
                            + " der kommunalen Spitzenverbände für Verwaltungsdigitalisierung und interkommunale Zusammenarbeit",
                    i * 1000L,
                    i * 777L));
        }
        return of(categories, quarters(MORNING));
    }

    public static Attendance empty() {
        return new Attendance(
                "Ü",
                ZoneId.of("Europe/Berlin"),
                List.of(LocalDate.of(2022, 7, 4)),
                Instant.parse("2022-07-04T06:00:00Z"),
                new AttendanceRow("", 0, 0),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                List.of());
    }

    static Attendance of(List<AttendanceRow> categories, List<QuarterHour> arrivals) {
        return new Attendance(
                "Digitales Thüringen 2022",
                ZoneId.of("Europe/Berlin"),
                List.of(LocalDate.of(2022, 7, 4)),
                Instant.parse("2022-07-04T16:00:00Z"),
                new AttendanceRow("", 522, 390),
                categories,
                List.of(
                        new AttendanceRow("Bund", 21, 17),
                        new AttendanceRow("Land", 188, 149),
                        new AttendanceRow("Kommune", 201, 137),
                        new AttendanceRow("Wirtschaft", 79, 65),
                        new AttendanceRow("Wissenschaft", 33, 22)),
                List.of(
                        new AttendanceRow("2. E-Government-Kongress", 402, 301),
                        new AttendanceRow("5. IT-Leistungsschau", 260, 188)),
                385,
                0,
                arrivals);
    }

    private static List<QuarterHour> quarters(int[] counts) {
        List<QuarterHour> quarters = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            quarters.add(new QuarterHour(DOORS.plusMinutes(15L * i), counts[i]));
        }
        return quarters;
    }
}
