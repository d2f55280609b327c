package org.einlass.reports.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
 * @param earlier what the curves are compared with; absent where nobody chose an earlier event
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
        List<DayArrivals> arrivals,
        @Nullable EarlierArrivals earlier) {

    public Attendance {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("An attendance report covers at least one day.");
        }
        days = List.copyOf(days);
        tables = List.copyOf(tables);
        arrivals = List.copyOf(arrivals);
    }

    /** Figures that are compared with nothing. */
    public Attendance(
            String event,
            Locale language,
            ZoneId zone,
            List<LocalDate> days,
            Instant generatedAt,
            AttendanceRow total,
            long walkedIn,
            List<AttendanceTable> tables,
            List<DayArrivals> arrivals) {
        this(event, language, zone, days, generatedAt, total, walkedIn, tables, arrivals, null);
    }

    /** The curve of each day, beside that of the earlier event where there is one. */
    public List<ComparedDay> comparedDays() {
        EarlierArrivals other = earlier;
        return arrivals.stream()
                .map(day -> other == null
                        ? ComparedDay.alone(day)
                        : other.days().stream()
                                .filter(one -> one.day().equals(day.day()))
                                .findFirst()
                                .map(one -> ComparedDay.of(day, other.event(), one, zone))
                                .orElseGet(() -> ComparedDay.alone(day)))
                .toList();
    }

    /** The largest quarter of an hour of all curves, so that their charts can be compared. */
    public long busiestQuarter() {
        return comparedDays().stream().mapToLong(ComparedDay::most).max().orElse(0);
    }

    /** The same figures beside those of an earlier event. */
    public Attendance comparedWith(Attendance other) {
        return new Attendance(
                event,
                language,
                zone,
                days,
                generatedAt,
                total,
                walkedIn,
                tables,
                arrivals,
                EarlierArrivals.of(other, days, zone));
    }
}
