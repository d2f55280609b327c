package org.einlass.reports.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.einlass.reports.page.PageElement;
import org.jspecify.annotations.Nullable;

/**
 * One line of the report as its template wants it.
 *
 * @param section the heading it stands below
 * @param chart what stands between that heading and the first line; absent where nothing does
 * @param heads of the table's columns, five; an empty one has no column
 * @param style {@code row}, {@code total} or {@code note}
 * @param cells five
 * @param bar a drawing instead of the fifth cell
 * @param tail the table's last lines, which never stand on a page without the line before them; at most
 *     {@value #MOST_TAIL}, mostly none
 */
record ReportLine(
        String section,
        @Nullable String sentence,
        @Nullable PageElement chart,
        List<String> heads,
        String style,
        String label,
        List<String> cells,
        @Nullable PageElement bar,
        List<ReportLine> tail) {

    private static final List<String> IN_TAIL =
            List.of("style", "label", "bar", "cell0", "cell1", "cell2", "cell3", "cell4");

    private static final Map<String, Function<ReportLine, @Nullable Object>> OWN = Map.ofEntries(
            Map.entry("section", ReportLine::section),
            Map.entry("sentence", ReportLine::sentence),
            Map.entry("chart", ReportLine::chart),
            Map.entry("style", ReportLine::style),
            Map.entry("label", ReportLine::label),
            Map.entry("bar", ReportLine::bar),
            head(0),
            head(1),
            head(2),
            head(3),
            head(4),
            cell(0),
            cell(1),
            cell(2),
            cell(3),
            cell(4));

    static final int CELLS = 5;
    static final int MOST_TAIL = 3;

    /** The template's fields of each line of the tail begin with {@code tail0}, {@code tail1}, {@code tail2}. */
    static final Map<String, Function<ReportLine, @Nullable Object>> COLUMNS = columns();

    ReportLine(
            String section,
            @Nullable String sentence,
            @Nullable PageElement chart,
            List<String> heads,
            String style,
            String label,
            List<String> cells,
            @Nullable PageElement bar) {
        this(section, sentence, chart, heads, style, label, cells, bar, List.of());
    }

    /** A table's lines, the sum and what stands behind it kept together with the line before. */
    static List<ReportLine> keptTogether(List<ReportLine> table) {
        int total = (int)
                table.stream().takeWhile(line -> !line.style().equals("total")).count();
        int body = Math.max(1, Math.max(Math.min(total, table.size() - 1), table.size() - MOST_TAIL));
        if (table.size() <= body) {
            return table;
        }
        List<ReportLine> lines = new ArrayList<>(table.subList(0, body));
        lines.set(body - 1, lines.get(body - 1).with(table.subList(body, table.size())));
        return lines;
    }

    private ReportLine with(List<ReportLine> last) {
        return new ReportLine(section, sentence, chart, heads, style, label, cells, bar, List.copyOf(last));
    }

    private static Map<String, Function<ReportLine, @Nullable Object>> columns() {
        Map<String, Function<ReportLine, @Nullable Object>> columns = new HashMap<>(OWN);
        for (int place = 0; place < MOST_TAIL; place++) {
            int at = place;
            for (String name : IN_TAIL) {
                Function<ReportLine, @Nullable Object> own = Objects.requireNonNull(OWN.get(name));
                columns.put(
                        "tail" + at + name,
                        line -> at < line.tail().size() ? own.apply(line.tail().get(at)) : null);
            }
        }
        return columns;
    }

    private static Map.Entry<String, Function<ReportLine, @Nullable Object>> head(int place) {
        return Map.entry("head" + place, line -> line.heads().get(place));
    }

    private static Map.Entry<String, Function<ReportLine, @Nullable Object>> cell(int place) {
        return Map.entry("cell" + place, line -> line.cells().get(place));
    }
}
