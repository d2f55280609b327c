package org.einlass.server.registration.imports.list;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einlass.contract.Wording;
import org.einlass.server.registration.imports.text.TextKey;
import org.einlass.server.registration.imports.text.Whitespace;

/**
 * Headings between the rows of a list: "Presse", "Absagen:". Such a row is no person. What it says of the rows
 * beneath it becomes a column of its own, so that one that speaks of who may come is asked about like any
 * other.
 */
final class SectionRows {
    private static final String HEADING = "Zwischenüberschrift";
    private static final Pattern SECTION = Pattern.compile(
            "(?:weitere |neue |externe |interne |unsere |die )?(?:absagen?|abgesagt|storniert|stornierungen|stornos?"
                    + "|abgemeldet|abmeldungen|warteliste|nachrücker(?:liste)?|zusagen|zugesagt|anmeldungen|angemeldet|offen"
                    + "|unter vorbehalt|nicht erschienen|referent(?:en|[*:_/]?innen)+|redner(?:innen)?|vortragende|moderation"
                    + "|presse|medien|gäste|ehrengäste|vips?|teilnehmer(?:innen|[*:_/-]+innen)?|teilnehmende|organisation"
                    + "|orga(?:-?team)?|helfer(?:innen)?|aussteller|sponsoren|dienstleister|veranstalter|mitarbeitende"
                    + "|cancelled|canceled|declined|waitlist|waiting list|confirmed|speakers?|press|guests|attendees"
                    + "|participants|staff|exhibitors|sponsors|no-?shows?)(?: ?\\(\\d+\\))?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ASIDE = Pattern.compile(
            "\\b(?:absagen?|abgesagte?|storni(?:ert|erungen)|stornos?|abgemeldete?|abmeldungen|warteliste|nachrücker(?:liste)?"
                    + "|nicht erschienen|declined|cancell?ed|cancell?ations|wait(?:ing )?list(?:ed)?|no-?shows?|gelöschte?)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern COLON = Pattern.compile("\\s*:$");

    private final CsvRow original;
    private final List<Wording> notes = new ArrayList<>();
    private String section = "";

    SectionRows(CsvRow headings) {
        this.original = headings;
    }

    /** The headings of the list, with one for its sections where it has some. */
    CsvRow headings() {
        return notes.isEmpty() ? original : with(original, HEADING);
    }

    /** Whether the row repeats the headings, as it does at the top of each printed page, however they are spelled. */
    boolean isHeadings(CsvRow csvRow) {
        return !csvRow.isUncut() && keys(csvRow).equals(keys(original));
    }

    private static List<String> keys(CsvRow csvRow) {
        List<String> keys =
                new ArrayList<>(csvRow.fields().stream().map(TextKey::of).toList());
        while (!keys.isEmpty() && keys.get(keys.size() - 1).isEmpty()) {
            keys.remove(keys.size() - 1);
        }
        return keys;
    }

    /**
     * A title above the headings, or the name of a sheet, that speaks of people who do not come, or not yet, is
     * said of all rows as if it stood between them.
     */
    void openBy(String title) {
        Matcher found = ASIDE.matcher(title);
        if (!found.find()) {
            return;
        }
        section = found.group();
        notes.add(new Wording(
                "Über der Liste steht „" + section + "“; gefragt wird, was das für alle Zeilen bedeutet.",
                "\"" + section + "\" stands above the list; what that means for all rows is asked."));
    }

    /** Whether the row opens a section. */
    boolean opens(CsvRow csvRow) {
        List<String> filled = csvRow.fields().stream()
                .map(Whitespace::single)
                .filter(field -> !field.isEmpty())
                .toList();
        if (filled.size() != 1 || !isLabel(filled.get(0))) {
            return false;
        }
        section = COLON.matcher(filled.get(0)).replaceFirst("");
        notes.add(new Wording(
                "Zeile " + csvRow.line() + " ist eine Zwischenüberschrift („" + section + "“) und keine Person.",
                "Line " + csvRow.line() + " is a heading between the rows (\"" + section + "\") and no person."));
        return true;
    }

    private static boolean isLabel(String text) {
        boolean colon = text.endsWith(":") && LETTER.matcher(text).find();
        return colon || SECTION.matcher(text).matches();
    }

    /** The row, with the section that it stands in. */
    CsvRow within(CsvRow csvRow) {
        return section.isEmpty()
                        || csvRow.isUncut()
                        || csvRow.fields().size() > original.fields().size()
                ? csvRow
                : with(csvRow, section);
    }

    private CsvRow with(CsvRow csvRow, String last) {
        List<String> fields = new ArrayList<>(csvRow.fields());
        while (fields.size() < original.fields().size()) {
            fields.add("");
        }
        fields.add(last);
        return new CsvRow(csvRow.line(), fields);
    }

    List<Wording> notes() {
        return notes;
    }
}
