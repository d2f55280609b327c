package org.einlass.reports.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * An event's attendance in figures, as counted from outcomes. All labels are in one language.
 *
 * @param event title
 * @param language German or English
 * @param zone in which days and times are printed
 * @param days the days counted, ascending, at least one
 * @param generatedAt when the figures were counted
 * @param total everybody who counts as a visitor, each once over all programmes, days and doors
 * @param walkedIn those of them who came without a registration
 * @param tables in the order they are printed
 * @param arrivals a curve for each day
 */
public record Attendance(
        String event,
        Locale language,
        ZoneId zone,
        List<LocalDate> days,
        Instant generatedAt,
        AttendanceRow total,
        long walkedIn,
        List<AttendanceTable> tables,
        List<DayArrivals> arrivals) {

    public Attendance {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("An attendance report covers at least one day.");
        }
        days = List.copyOf(days);
        tables = List.copyOf(tables);
        arrivals = List.copyOf(arrivals);
    }
}
