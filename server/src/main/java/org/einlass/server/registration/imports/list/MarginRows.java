package org.einlass.server.registration.imports.list;

import java.util.List;
import java.util.regex.Pattern;
import org.einlass.server.registration.imports.text.Whitespace;

/** Rows of a sheet that are no people: sums, dates of printing, repeated headings. */
final class MarginRows {
    private static final Pattern WORD = Pattern.compile(
            "^(?:summe|gesamt|gesamtsumme|gesamtzahl|insgesamt|total|sum|anzahl|zwischensumme|stand|seite|page|ende|davon|legende|hinweise?|anmerkung(?:en)?|fußnoten?"
                    + "|erstellt|druckdatum|ausdruck|quelle|as of|printed|count|teilnehmer(?:zahl)? gesamt)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private static final Pattern RULE = Pattern.compile("[\\s:|=_\u2013\u2014-]+");

    private MarginRows() {}

    /** A row that only draws a line: "---;---", as under the headings of a text table. */
    static boolean isRule(CsvRow csvRow) {
        return !csvRow.isUncut()
                && csvRow.fields().stream()
                        .filter(field -> !field.isBlank())
                        .allMatch(field -> RULE.matcher(field).matches());
    }

    /** A row with a sum or a remark: its first word says so, and nothing but numbers stands beside it. */
    static boolean isSum(CsvRow csvRow) {
        List<String> filled = csvRow.fields().stream()
                .map(Whitespace::single)
                .filter(field -> !field.isEmpty())
                .toList();
        return !filled.isEmpty()
                && WORD.matcher(filled.get(0)).matches()
                && filled.stream()
                        .skip(1)
                        .noneMatch(field -> LETTER.matcher(field).find());
    }
}
