package org.einlass.reports.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.einlass.contract.Wording;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.typography.CleanText;
import org.jspecify.annotations.Nullable;

/** The lines of the attendance report: days and programmes, each day's curve with its numbers, then the other
 * tables. */
final class ReportLines {
    /** A table of more rows ends with a row for all others; the files have all of them. */
    private static final int MOST_ROWS = 40;

    /** What an organiser is asked first, so that the first page answers it. */
    private static final Set<Breakdown> SUMMARY = Set.of(Breakdown.DAY, Breakdown.PROGRAMME);

    private static final PageFrame CHART = new PageFrame(0, 0, 481, 120);
    private static final double BAR_WIDTH = 85;
    private static final Ink BAR = new Ink(0x0B, 0x5F, 0xA5);
    private static final List<String> QUARTERS = List.of(":00", ":15", ":30", ":45");

    private final Attendance attendance;
    private final ArrivalsChart chart;
    private final Locale language;
    private final List<ReportLine> lines = new ArrayList<>();

    ReportLines(Attendance attendance, ArrivalsChart chart) {
        this.attendance = attendance;
        this.chart = chart;
        this.language = attendance.language();
    }

    List<ReportLine> all() {
        tables(SUMMARY::contains);
        attendance.arrivals().forEach(this::day);
        tables(by -> !SUMMARY.contains(by));
        return lines;
    }

    private void tables(Predicate<Breakdown> which) {
        attendance.tables().stream()
                .filter(table -> which.test(table.by()))
                .forEach(table -> table(table.first(MOST_ROWS, language)));
    }

    private void table(AttendanceTable table) {
        table.rows().forEach(row -> lines.add(line(table, row, "row")));
        lines.add(line(table, table.total(), "total"));
        table.notCounted().forEach(row -> lines.add(line(table, row, "note")));
    }

    private ReportLine line(AttendanceTable table, AttendanceRow row, String style) {
        List<String> heads = table.by().arrivalsOnly()
                ? List.of(word("Gekommen", "Arrived"), "", "", "", "")
                : List.of(
                        word("Angemeldet", "Registered"),
                        word("Gekommen", "Arrived"),
                        word("Nicht gekommen", "Not arrived"),
                        word("Anteil", "Share"),
                        "");
        return new ReportLine(
                table.heading(language),
                null,
                null,
                heads,
                style,
                CleanText.of(row.label()),
                table.by().arrivalsOnly() ? List.of(count(row.arrived()), "", "", "", "") : cells(row),
                table.by().arrivalsOnly() ? null : bar(row));
    }

    private List<String> cells(AttendanceRow row) {
        String share = row.isCorrection() || row.registered() == 0 ? "" : ReportWords.percent(row.share(), language);
        return List.of(count(row.registered()), count(row.arrived()), count(row.absent()), share, "");
    }

    private static @Nullable PageElement bar(AttendanceRow row) {
        if (row.isCorrection() || row.arrived() == 0) {
            return null;
        }
        return PageElement.Ornament.area(new PageFrame(0, 3.5, BAR_WIDTH * Math.min(1, row.share()), 6), BAR);
    }

    private void day(DayArrivals day) {
        long most = attendance.arrivals().stream()
                .flatMap(one -> one.peak().stream())
                .mapToLong(QuarterHour::arrivals)
                .max()
                .orElse(0);
        String section = word("Ankünfte am ", "Arrivals on ") + ReportWords.weekday(day.day(), language);
        PageElement drawn = chart.in(CHART, day, most, language);
        String sentence = day.total() == 0 ? null : day.sentence(language);
        List<String> heads = new ArrayList<>(QUARTERS);
        heads.add(word("Stunde", "Hour"));
        for (DayArrivals.Hour hour : day.hours()) {
            List<String> cells = new ArrayList<>();
            hour.quarters().forEach(quarter -> cells.add(quarter == 0 ? "\u2013" : count(quarter)));
            cells.add(count(hour.total()));
            lines.add(new ReportLine(section, sentence, drawn, heads, "row", day.words(hour, language), cells, null));
        }
        lines.add(new ReportLine(
                section,
                sentence,
                drawn,
                heads,
                "total",
                word("Alle Ankünfte des Tages", "All arrivals of the day"),
                List.of("", "", "", "", count(day.total())),
                null));
    }

    private String count(long number) {
        return ReportWords.count(number, language);
    }

    private String word(String german, String english) {
        return new Wording(german, english).in(language);
    }
}
