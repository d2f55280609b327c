package org.einlass.reports.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.einlass.contract.Wording;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.jasper.Template;
import org.einlass.reports.page.DocumentMetadata;
import org.einlass.reports.typography.CleanText;

/** The press sheet on A4: a rounded headline and the tables that may be published. Immutable, for any thread. */
public final class PressSheetRenderer {
    private static final Wording TITLE = new Wording("Zahlen für die Presse", "Figures for the press");
    private static final Wording WITHHELD = new Wording("nicht veröffentlicht", "not published");
    private static final Wording ABOUT = new Wording("rund ", "about ");

    private final Template template = Template.named("attendance");

    /**
     * The sheet's pages.
     *
     * @param k the smallest cell that is told, 2 or more
     */
    public PrintedPages pages(Attendance attendance, int k) {
        return pages(attendance, k, PressFigures.of(attendance, k));
    }

    /**
     * The sheet's pages.
     *
     * @param attendance of which the figures are
     * @param k the smallest cell that they tell
     */
    public PrintedPages pages(Attendance attendance, int k, PressFigures figures) {
        Locale language = attendance.language();
        Map<String, Object> values = new HashMap<>();
        values.put("event", CleanText.of(attendance.event()));
        values.put("occasion", TITLE.in(language) + " · " + ReportWords.days(attendance.days(), language));
        values.put(
                "state",
                new Wording("Stand ", "As of ").in(language)
                        + ReportWords.state(attendance.generatedAt(), attendance.zone(), language));
        values.put(
                "visitors",
                figures.visitors()
                        .map(people -> ReportWords.count(people, language))
                        .orElse("< 20"));
        values.put(
                "visitorsLabel", new Wording("Besucherinnen und Besucher, gerundet", "Visitors, rounded").in(language));
        for (String none : List.of("registered", "absent", "share")) {
            values.put(none, "");
            values.put(none + "Label", "");
        }
        values.put("definition", definition(k).in(language));
        values.put("page", new Wording("Seite ", "Page ").in(language));
        DocumentMetadata metadata =
                new DocumentMetadata(TITLE.in(language) + ": " + CleanText.of(attendance.event()), language);
        return template.fill(values, lines(figures, language), ReportLine.COLUMNS, metadata);
    }

    private static List<ReportLine> lines(PressFigures figures, Locale language) {
        List<String> heads = List.of("", "", "", "", new Wording("Gekommen", "Arrived").in(language));
        List<ReportLine> lines = new ArrayList<>();
        for (PressFigures.Table table : figures.tables()) {
            List<ReportLine> all = new ArrayList<>();
            for (PressFigures.Cell cell : table.cells()) {
                List<String> cells = List.of("", "", "", "", number(cell, language));
                all.add(new ReportLine(
                        table.heading(), null, null, heads, "row", CleanText.of(cell.label()), cells, null));
            }
            lines.addAll(ReportLine.keptTogether(all));
        }
        return lines;
    }

    private static String number(PressFigures.Cell cell, Locale language) {
        String about = cell.rounded() ? ABOUT.in(language) : "";
        return cell.visitors()
                .map(people -> about + ReportWords.count(people, language))
                .orElseGet(() -> WITHHELD.in(language));
    }

    private static Wording definition(int k) {
        return new Wording(
                "Jede Person ist einmal gezählt, gleich an wie vielen Tagen und zu wie vielen Programmen sie kam;"
                        + " Personal zählt nicht. Gesamtzahlen sind gerundet. Zellen unter " + k
                        + " und mindestens eine weitere ihrer Tabelle sind nicht veröffentlicht, damit niemand zu"
                        + " erkennen ist; was sich seit einer früheren Veröffentlichung um weniger änderte, steht wie"
                        + " dort.",
                "Each person is counted once, on however many days and in however many programmes they came; crew"
                        + " does not count. Totals are rounded. Cells below " + k
                        + " and at least one more of their table are not published, so that nobody can be"
                        + " recognised; what changed by fewer since an earlier publication stands as there.");
    }
}
