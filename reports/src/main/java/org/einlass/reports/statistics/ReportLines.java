package org.einlass.reports.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        long most = attendance.busiestQuarter();
        attendance.comparedDays().forEach(day -> day(day, most));
        tables(by -> !SUMMARY.contains(by));
        return lines;
    }

    private void tables(Predicate<Breakdown> which) {
        attendance.tables().stream()
                .filter(table -> which.test(table.by()))
                .forEach(table -> table(table.first(MOST_ROWS, language)));
    }

    private void table(AttendanceTable table) {
        List<ReportLine> all = new ArrayList<>();
        table.rows().forEach(row -> all.add(line(table, row, "row")));
        all.add(line(table, table.total(), "total"));
        table.notCounted().forEach(row -> all.add(line(table, row, "note")));
        lines.addAll(ReportLine.keptTogether(all));
    }

    private ReportLine line(AttendanceTable table, AttendanceRow row, String style) {
        return new ReportLine(
                table.heading(language),
                null,
                null,
                heads(table.by()),
                style,
                CleanText.of(row.label()),
                cells(table.by(), row),
                table.by().arrivalsOnly() || table.by().isOfCases() ? null : bar(table.by(), row));
    }

    private List<String> heads(Breakdown by) {
        if (by.isOfCases()) {
            return by.arrivalsOnly()
                    ? List.of(word("Anzahl", "Number"), "", "", "", "")
                    : List.of(word("Fälle", "Cases"), word("Geklärt", "Clarified"), word("Offen", "Open"), "", "");
        }
        String arrived = word("Gekommen", "Arrived");
        if (by.arrivalsOnly()) {
            return List.of(arrived, "", "", "", "");
        }
        return by.isOfRooms()
                ? List.of(
                        word("Gebucht", "Booked"), arrived, word("Plätze", "Room for"), word("Belegt", "Occupied"), "")
                : List.of(
                        word("Angemeldet", "Registered"),
                        arrived,
                        word("Nicht gekommen", "Not arrived"),
                        word("Anteil", "Share"),
                        "");
    }

    private List<String> cells(Breakdown by, AttendanceRow row) {
        if (by.arrivalsOnly()) {
            return List.of(count(row.arrived()), "", "", "", "");
        }
        if (by.isOfCases()) {
            return List.of(count(row.registered()), count(row.arrived()), count(row.absent()), "", "");
        }
        Long capacity = row.capacity();
        return by.isOfRooms()
                ? List.of(
                        count(row.registered()),
                        count(row.arrived()),
                        capacity == null ? "" : count(capacity),
                        row.occupancy()
                                .map(share -> ReportWords.percent(share, language))
                                .orElse(""),
                        "")
                : cells(row);
    }

    private List<String> cells(AttendanceRow row) {
        String share = row.isCorrection() || row.registered() == 0 ? "" : ReportWords.percent(row.share(), language);
        return List.of(count(row.registered()), count(row.arrived()), count(row.absent()), share, "");
    }

    private static @Nullable PageElement bar(Breakdown by, AttendanceRow row) {
        double share = by.isOfRooms() ? row.occupancy().orElse(0.0) : row.share();
        if (row.isCorrection() || share <= 0) {
            return null;
        }
        return PageElement.Ornament.area(new PageFrame(0, 3.5, BAR_WIDTH * Math.min(1, share), 6), BAR);
    }

    private void day(ComparedDay compared, long most) {
        DayArrivals day = compared.day();
        DayArrivals earlier = compared.earlier();
        String section = word("Ankünfte am ", "Arrivals on ") + ReportWords.weekday(day.day(), language);
        boolean empty = day.quarters().isEmpty() && earlier == null;
        PageElement drawn = empty ? null : chart.in(CHART, day, earlier, most, language);
        String sentence = CleanText.of(compared.sentence(language));
        List<String> heads = new ArrayList<>(QUARTERS);
        heads.add(earlier == null ? word("Stunde", "Hour") : word("Stunde (früher)", "Hour (earlier)"));
        List<ReportLine> all = new ArrayList<>();
        List<DayArrivals.Hour> hours = day.hours();
        for (int place = 0; place < hours.size(); place++) {
            DayArrivals.Hour hour = hours.get(place);
            List<String> cells = new ArrayList<>();
            hour.quarters().forEach(quarter -> cells.add(quarter == 0 ? "\u2013" : count(quarter)));
            cells.add(beside(hour.total(), compared.earlierHour(place)));
            all.add(new ReportLine(section, sentence, drawn, heads, "row", day.words(hour, language), cells, null));
        }
        if (day.estimated() > 0) {
            all.add(new ReportLine(
                    section,
                    sentence,
                    drawn,
                    heads,
                    "row",
                    DayArrivals.ESTIMATED.in(language),
                    List.of("", "", "", "", count(day.estimated())),
                    null));
        }
        all.add(new ReportLine(
                section,
                sentence,
                drawn,
                heads,
                "total",
                word("Alle Ankünfte des Tages", "All arrivals of the day"),
                List.of(
                        "",
                        "",
                        "",
                        "",
                        beside(day.total(), Optional.ofNullable(earlier).map(DayArrivals::total))),
                null));
        lines.addAll(ReportLine.keptTogether(all));
    }

    private String beside(long number, Optional<Long> earlier) {
        return count(number) + earlier.map(before -> " (" + count(before) + ")").orElse("");
    }

    private String count(long number) {
        return ReportWords.count(number, language);
    }

    private String word(String german, String english) {
        return new Wording(german, english).in(language);
    }
}
