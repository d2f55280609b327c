package org.einlass.reports.list;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.einlass.contract.Wording;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.jasper.Template;
import org.einlass.reports.page.DocumentMetadata;
import org.einlass.reports.typography.CleanText;

/**
 * Sets lists on A4: one table over as many pages as it takes, or one for each group. Long texts take several
 * lines; nothing is cut. Immutable, for any thread.
 */
public final class PrintedListRenderer {
    private static final Wording STATE = new Wording("'Stand' d. MMMM uuuu, H.mm 'Uhr'", "'As of' d MMMM uuuu, HH:mm");

    private static final Wording EMPTY = new Wording("Niemand steht auf dieser Liste.", "Nobody is on this list.");

    private static final Map<String, Function<PrintedList.Row, String>> COLUMNS = Map.of(
            "group", row -> CleanText.of(row.group()),
            "cell0", row -> CleanText.of(row.cells().get(0)),
            "cell1", row -> CleanText.of(row.cells().get(1)),
            "cell2", row -> CleanText.of(row.cells().get(2)),
            "cell3", row -> CleanText.of(row.cells().get(3)));

    private final Template template = Template.named("peoplelist");

    /** The list's pages. */
    public PrintedPages pages(PrintedList list) {
        Locale language = list.language();
        String state = DateTimeFormatter.ofPattern(
                                STATE.in(language), language.getLanguage().equals("en") ? Locale.UK : Locale.GERMANY)
                        .format(list.at().atZone(list.zone()))
                + " (" + list.zone().getId() + ")";
        String title = CleanText.of(list.title());
        String event = CleanText.of(list.event());
        Map<String, Object> values = new HashMap<>();
        values.put("title", title);
        values.put("event", event);
        values.put("state", state);
        String empty = list.rows().isEmpty() ? " " + EMPTY.in(language) : "";
        values.put("note", CleanText.of(list.note() + empty));
        values.put("foot", title + " · " + state + " · " + event);
        values.put("page", new Wording("Seite ", "Page ").in(language));
        for (int column = 0; column < PrintedList.COLUMNS; column++) {
            values.put("head" + column, CleanText.of(list.headings().get(column)));
        }
        values.put("head" + PrintedList.COLUMNS, CleanText.of(list.blank()));
        values.put("signed", !list.blank().isEmpty());
        values.put("pages", list.groupPages());
        return template.fill(values, list.rows(), COLUMNS, new DocumentMetadata(title + ": " + event, language));
    }
}
