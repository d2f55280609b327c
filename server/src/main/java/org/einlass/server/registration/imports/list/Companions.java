package org.einlass.server.registration.imports.list;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.server.registration.imports.text.TextKey;

/**
 * Columns that count or name people whom a row brings along. They get no registration from there, so the report
 * says how many stand outside.
 */
final class Companions {
    private static final Pattern ALONG = Pattern.compile(
            "(?:anzahl|zahl|namen?|number|no|nr)?(?:der|of|ihrer)?(?:weiterer?|additional|zusatzlicher?)?"
                    + "(?:begleitpersone?n?|begleitung(?:en)?|begleiter(?:innen|in)?|mitreisende|gaste|gue?sts?|companions?"
                    + "|plusone|plus1|weiterepersonen|weitereteilnehmer(?:innen)?|additionalgue?sts|accompanyingpersons?"
                    + "|partnerin|kinder|children"
                    + "|(?:gast|guest|begleitperson|begleitung|companion|person|teilnehmer(?:in)?|attendee|participant)\\d{1,2})"
                    + "(?:anzahl|name|namen|vornachname|nachname|lastname|count)?");
    private static final Pattern TOGETHER = Pattern.compile(
            "(?:anzahl|zahl|number|no)(?:der|of)?(?:personen|teilnehmer(?:innen)?|teilnehmenden?|platze|tickets|karten|people"
                    + "|persons|attendees|participants|seats)|personenzahl|teilnehmerzahl|personenanzahl|gruppengrosse"
                    + "|partysize|quantity|menge");
    private static final Pattern NUMBER = Pattern.compile("\\+? ?(\\d{1,3})(?: .*)?");
    private static final Pattern NOBODY = Pattern.compile(
            "0|nein|no|keine?r?|none|ohne|n/?a|k\\. ?A\\.|[-\u2013./]+|false|allein|alone", Pattern.CASE_INSENSITIVE);
    private static final int MOST_LINES = 20;

    private final ListColumns listColumns;

    Companions(ListColumns listColumns) {
        this.listColumns = listColumns;
    }

    /** What columns that nobody reads say of companions, one sentence each. */
    List<Wording> notes(List<CsvRow> rows) {
        List<Wording> notes = new ArrayList<>();
        for (int place : listColumns.ignoredPlaces()) {
            String key = TextKey.of(listColumns.shownHeading(place));
            boolean along = ALONG.matcher(key).matches();
            if (along || TOGETHER.matcher(key).matches()) {
                note(place, rows, along ? 0 : 1, notes);
            }
        }
        return notes;
    }

    /** @param self how many of a number are the row's own person */
    private void note(int place, List<CsvRow> rows, int self, List<Wording> notes) {
        int all = 0;
        List<Long> lines = new ArrayList<>();
        for (CsvRow row : rows) {
            int brought = brought(RowFields.cleaned(row.field(place)), self);
            if (brought > 0) {
                all += brought;
                lines.add(row.line());
            }
        }
        if (all > 0) {
            notes.add(sentence(listColumns.shownHeading(place), all, lines));
        }
    }

    private static int brought(String text, int self) {
        if (text.isEmpty() || NOBODY.matcher(text).matches()) {
            return 0;
        }
        var number = NUMBER.matcher(text);
        if (number.matches()) {
            return Math.max(0, Integer.parseInt(number.group(1)) - self);
        }
        return 1 - self;
    }

    private static Wording sentence(String heading, int all, List<Long> lines) {
        String places = lines.stream().limit(MOST_LINES).map(String::valueOf).collect(Collectors.joining(", "))
                + (lines.size() > MOST_LINES ? ", ..." : "");
        return new Wording(
                all + " Begleitpersonen aus der Spalte „" + heading + "“ (Zeile " + places
                        + ") sind nicht angemeldet und haben keinen Einlass. Bitte jede in eine eigene Zeile schreiben,"
                        + " ohne Namen als „N. N.“.",
                all + " companions of the column \"" + heading + "\" (line " + places
                        + ") are not registered and will not be admitted. Write each of them into a row of their own,"
                        + " without a name as \"N. N.\".");
    }
}
