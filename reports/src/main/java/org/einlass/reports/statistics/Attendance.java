package org.einlass.reports.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * An event's attendance in figures, as counted from outcomes.
 *
 * @param event title
 * @param zone in which days and times are printed
 * @param days the days counted, ascending, at least one
 * @param generatedAt when the figures were counted
 * @param total everybody who counts as a visitor
 * @param byCategory in the order they are printed
 * @param bySector in the order they are printed
 * @param byProgramme in the order they are printed; somebody registered for two stands in both
 * @param uniqueVisitors people, each counted once over all programmes and days
 * @param walkedIn those of them who came without a registration
 * @param arrivals the quarters of an hour in time order; quarters left out had no arrivals
 */
public record Attendance(
        String event,
        ZoneId zone,
        List<LocalDate> days,
        Instant generatedAt,
        AttendanceRow total,
        List<AttendanceRow> byCategory,
        List<AttendanceRow> bySector,
        List<AttendanceRow> byProgramme,
        long uniqueVisitors,
        long walkedIn,
        List<QuarterHour> arrivals) {

    public Attendance {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("An attendance report covers at least one day.");
        }
        days = List.copyOf(days);
        byCategory = List.copyOf(byCategory);
        bySector = List.copyOf(bySector);
        byProgramme = List.copyOf(byProgramme);
        arrivals = List.copyOf(arrivals);
    }
}
