package org.einlass.reports.list;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.jasper.Template;
import org.einlass.reports.page.DocumentMetadata;
import org.einlass.reports.typography.CleanText;

/**
 * The paper list that a desk ticks when the power fails: one table over as many pages as it takes. Immutable,
 * for any thread.
 */
public final class DeskList {

    private static final DateTimeFormatter STATE = DateTimeFormatter.ofPattern("d. MMMM uuuu, HH:mm", Locale.GERMANY);

    private static final Map<String, Function<DeskEntry, String>> COLUMNS = Map.of(
            "name", entry -> CleanText.of(entry.name()),
            "organisation", entry -> CleanText.of(entry.organisation()),
            "category", entry -> CleanText.of(entry.category()),
            "booking", DeskEntry::groupedBookingNumber);

    private final Template template = Template.named("desklist");

    /**
     * The list's pages.
     *
     * @param event title
     * @param entries in the order they are printed
     * @param at when the entries were true
     * @param zone in which that time is printed
     */
    public PrintedPages pages(String event, List<DeskEntry> entries, Instant at, ZoneId zone) {
        String title = CleanText.of(event);
        String state = entries.size() + " Anmeldungen / registrations · Stand / as of " + STATE.format(at.atZone(zone))
                + " Uhr";
        Map<String, Object> values = Map.of("event", title, "state", state);
        return template.fill(values, entries, COLUMNS, new DocumentMetadata("Liste / list: " + title, Locale.GERMAN));
    }
}
