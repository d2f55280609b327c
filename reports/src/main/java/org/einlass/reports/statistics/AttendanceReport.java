package org.einlass.reports.statistics;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.jasper.Template;
import org.einlass.reports.page.DocumentMetadata;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.typography.CleanText;

/**
 * The attendance report on A4: four figures, the curve of arrivals, a table for each way to count. Immutable,
 * for any thread.
 */
public final class AttendanceReport {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMANY);
    private static final DateTimeFormatter STATE = DateTimeFormatter.ofPattern("d. MMMM uuuu, HH:mm", Locale.GERMANY);
    private static final PageFrame CHART = new PageFrame(0, 0, 481, 132);

    private final Template template = Template.named("attendance");
    private final ArrivalsChart chart = new ArrivalsChart();

    /** The report's pages. */
    public PrintedPages pages(Attendance attendance) {
        DocumentMetadata documentMetadata =
                new DocumentMetadata("Besuch / Attendance: " + CleanText.of(attendance.event()), Locale.GERMAN);
        return template.fill(values(attendance), lines(attendance), COLUMNS, documentMetadata);
    }

    private Map<String, Object> values(Attendance attendance) {
        AttendanceRow total = attendance.total();
        Map<String, Object> values = new HashMap<>();
        values.put("event", CleanText.of(attendance.event()));
        values.put("occasion", "Besuch / Attendance · " + days(attendance));
        values.put(
                "state",
                "Stand / as of " + STATE.format(attendance.generatedAt().atZone(attendance.zone())) + " Uhr ("
                        + attendance.zone().getId() + ")");
        values.put("registered", GermanNumbers.count(total.registered()));
        values.put("arrived", GermanNumbers.count(total.arrived()));
        values.put("share", GermanNumbers.percent(total.share()));
        values.put("unique", GermanNumbers.count(attendance.uniqueVisitors()));
        values.put("chart", chart.in(CHART, attendance.arrivals()));
        return values;
    }

    private static String days(Attendance attendance) {
        return attendance.days().stream().map(DAY::format).collect(Collectors.joining(" · "));
    }

    private static List<Line> lines(Attendance attendance) {
        List<Line> lines = new ArrayList<>();
        add(lines, "Nach Kategorie / By category", attendance.byCategory());
        add(lines, "Nach Ebene / By sector", attendance.bySector());
        add(lines, "Nach Programm / By programme", attendance.byProgramme());
        return lines;
    }

    private static void add(List<Line> lines, String section, List<AttendanceRow> rows) {
        rows.forEach(row -> lines.add(new Line(section, row)));
    }

    private static final Map<String, Function<Line, String>> COLUMNS = Map.of(
            "section", Line::section,
            "label", line -> CleanText.of(line.row().label()),
            "registered", line -> GermanNumbers.count(line.row().registered()),
            "arrived", line -> GermanNumbers.count(line.row().arrived()),
            "share", line -> GermanNumbers.percent(line.row().share()));

    private record Line(String section, AttendanceRow row) {}
}
