package org.einlass.reports.statistics;

import java.util.List;
import java.util.Map;
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
 */
record ReportLine(
        String section,
        @Nullable String sentence,
        @Nullable PageElement chart,
        List<String> heads,
        String style,
        String label,
        List<String> cells,
        @Nullable PageElement bar) {

    static final int CELLS = 5;

    static final Map<String, Function<ReportLine, @Nullable Object>> COLUMNS = Map.ofEntries(
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

    private static Map.Entry<String, Function<ReportLine, @Nullable Object>> head(int place) {
        return Map.entry("head" + place, line -> line.heads().get(place));
    }

    private static Map.Entry<String, Function<ReportLine, @Nullable Object>> cell(int place) {
        return Map.entry("cell" + place, line -> line.cells().get(place));
    }
}
