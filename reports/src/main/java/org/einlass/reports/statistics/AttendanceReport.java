package org.einlass.reports.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.einlass.contract.Wording;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.jasper.Template;
import org.einlass.reports.page.DocumentMetadata;
import org.einlass.reports.typography.CleanText;

/**
 * The attendance report on A4: the number of visitors, three figures beside it, a table for each way to count
 * them, and the curve of arrivals of each day with its numbers. Every page says what is counted, and when it was.
 * Immutable, for any thread.
 */
public final class AttendanceReport {
    private static final Wording TITLE = new Wording("Besuch", "Attendance");
    private static final Wording AS_OF = new Wording("Stand ", "As of ");

    private final Template template = Template.named("attendance");
    private final ArrivalsChart chart = new ArrivalsChart();

    /** The report's pages. */
    public PrintedPages pages(Attendance attendance) {
        Locale language = attendance.language();
        DocumentMetadata metadata =
                new DocumentMetadata(TITLE.in(language) + ": " + CleanText.of(attendance.event()), language);
        List<ReportLine> lines = new ReportLines(attendance, chart).all();
        return template.fill(values(attendance, language), lines, ReportLine.COLUMNS, metadata);
    }

    private static Map<String, Object> values(Attendance attendance, Locale language) {
        AttendanceRow total = attendance.total();
        Map<String, Object> values = new HashMap<>();
        values.put("event", CleanText.of(attendance.event()));
        values.put("occasion", TITLE.in(language) + " · " + ReportWords.days(attendance.days(), language));
        values.put(
                "state", AS_OF.in(language) + ReportWords.state(attendance.generatedAt(), attendance.zone(), language));
        values.put("visitors", ReportWords.count(total.arrived(), language));
        values.put(
                "visitorsLabel",
                new Wording(
                                "Besucherinnen und Besucher, jede Person einmal gezählt",
                                "Visitors, each person counted once")
                        .in(language));
        values.put("registered", ReportWords.count(total.registered(), language));
        values.put("registeredLabel", new Wording("angemeldet", "registered").in(language));
        values.put("absent", ReportWords.count(total.absent(), language));
        values.put("absentLabel", new Wording("davon nicht gekommen", "of them not arrived").in(language));
        values.put("share", total.registered() == 0 ? "\u2013" : ReportWords.percent(total.share(), language));
        values.put("shareLabel", new Wording("der Angemeldeten gekommen", "of the registered arrived").in(language));
        values.put("definition", DEFINITION.in(language));
        values.put("page", new Wording("Seite ", "Page ").in(language));
        return values;
    }

    /** What is counted, in words; at the foot of every page and in every file. */
    public static final Wording DEFINITION = new Wording(
            "Gezählt werden Personen einer Kategorie, die als Besuch zählt: als gekommen, wer an einer Eingangstür"
                    + " eingelassen oder am Schalter aufgenommen wurde, als angemeldet, wessen Anmeldung bestätigt ist"
                    + " oder wer ohne Bestätigung kam. Proben, Zurückgenommenes und ausgeschlossene Geräte zählen"
                    + " nicht. Ein Tag beginnt zur eingestellten Uhrzeit, nicht um Mitternacht.",
            "Counted are people of a category that counts as visitors: as arrived, whoever was let in at an entry"
                    + " door or added at the desk; as registered, whose registration is confirmed or who came without."
                    + " Rehearsals, what was undone, and excluded devices do not count. A day begins at the time set"
                    + " for the event, not at midnight.");
}
