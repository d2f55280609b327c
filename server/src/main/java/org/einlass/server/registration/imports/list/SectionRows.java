package org.einlass.server.registration.imports.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final Pattern TABLE = Pattern.compile(
            "(?:tisch|table|gruppe|group|raum|saal|reihe|block|bus|delegation|fraktion)(?: .{1,40})?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern COLON = Pattern.compile("\\s*:$");

    private final CsvRow original;
    private final List<String> originalKeys;
    private final List<Wording> notes = new ArrayList<>();
    private String section = "";
    private boolean organisations = true;

    SectionRows(CsvRow headings) {
        this.original = headings;
        this.originalKeys = keys(headings);
    }

    /** The headings of the list, with one for its sections where it has some. */
    CsvRow headings() {
        boolean column = original.fields().stream()
                .anyMatch(heading -> HeadingMeaning.of(heading).known().equals(Optional.of(KnownHeading.ORGANISATION)));
        String heading =
                organisations && !column ? KnownHeading.ORGANISATION.words().german() : HEADING;
        return notes.isEmpty() ? original : with(original, heading);
    }

    /** Whether the row repeats the headings, as it does at the top of each printed page, however they are spelled. */
    boolean isHeadings(CsvRow csvRow) {
        return !csvRow.isUncut()
                && !originalKeys.isEmpty()
                && TextKey.of(csvRow.field(0)).equals(originalKeys.get(0))
                && keys(csvRow).equals(originalKeys);
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
        organisations = false;
        notes.add(new Wording(
                "Über der Liste steht „" + section + "“; gefragt wird, was das für alle Zeilen bedeutet.",
                "\"" + section + "\" stands above the list; what that means for all rows is asked."));
    }

    /**
     * Whether the row opens a section.
     *
     * @param next the row below, which tells an organisation above its people from one among them
     */
    boolean opens(CsvRow csvRow, Optional<CsvRow> next) {
        List<String> filled = csvRow.fields().stream()
                .map(Whitespace::single)
                .filter(field -> !field.isEmpty())
                .toList();
        boolean above = original.fields().size() > 1
                && !csvRow.field(0).isBlank()
                && next.filter(row -> row.fields().stream()
                                        .filter(field -> !field.isBlank())
                                        .count()
                                > 1)
                        .isPresent();
        boolean organisation = above && filled.size() == 1 && namesOrganisation(filled.get(0));
        if (filled.size() != 1 || !(isLabel(filled.get(0)) || organisation)) {
            return false;
        }
        organisations &= organisation;
        section = COLON.matcher(filled.get(0)).replaceFirst("");
        notes.add(new Wording(
                "Zeile " + csvRow.line() + " ist eine Zwischenüberschrift („" + section + "“) und keine Person.",
                "Line " + csvRow.line() + " is a heading between the rows (\"" + section + "\") and no person."));
        return true;
    }

    /** "Thüringer Finanzministerium", "Stadt Gera" or "Tisch 3" in a row of its own; "Eva Markt" is a person. */
    private static boolean namesOrganisation(String text) {
        List<String> words = Whitespace.words(text);
        return !GivenNames.isOne(words.get(0))
                && (NameWords.isCompany(text) || TABLE.matcher(text).matches() || NameWords.tellsWork(words));
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
