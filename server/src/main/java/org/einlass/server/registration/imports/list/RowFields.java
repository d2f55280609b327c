package org.einlass.server.registration.imports.list;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.ImportReport.RowProblem;

/** The fields of one row, cleaned as they are read; collects what is wrong with them. */
final class RowFields {
    /** Line breaks and tabs are blanks to us; every other control character, and what turns the writing, is a fault. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\\t\\n\\r]]");

    /** "Müller" read as Windows-1252 and saved again, and the sign that stands for any lost letter. */
    private static final Pattern DAMAGED =
            Pattern.compile("\\x{FFFD}|\\x{C3}[\\x{A4}\\x{B6}\\x{BC}\\x{178}\\x{201E}\\x{2013}\\x{153}\\x{A9}\\x{A8}]");

    /** Soft hyphens and zero-width marks that nobody sees and that make equal names unequal. */
    private static final Pattern UNSEEN = Pattern.compile("[\\x{AD}\\x{200B}\\x{2060}\\x{FEFF}]");

    private final CsvRow csvRow;
    private final ListColumns listColumns;
    private final Locale language;
    private final List<RowProblem> problems = new ArrayList<>();

    RowFields(CsvRow csvRow, ListColumns listColumns, Locale language) {
        this.csvRow = csvRow;
        this.listColumns = listColumns;
        this.language = language;
    }

    /** The field of that column, at most 120 characters of plain text, or empty. */
    String text(ListColumn listColumn) {
        return text(listColumn, Attendee.LONGEST_FIELD);
    }

    String text(ListColumn listColumn, int longest) {
        String raw = listColumns.field(csvRow, listColumn);
        String text = cleaned(raw);
        complaint(raw, text, longest).ifPresent(rowError -> reject(listColumn, rowError));
        return text;
    }

    /** What the field's word means, or empty where the field is empty or, after a complaint, means nothing. */
    <T> Optional<T> meaning(ListColumn listColumn, ValueAliases<T> words) {
        String text = text(listColumn);
        Optional<T> found = words.find(text);
        if (found.isEmpty() && !text.isEmpty()) {
            reject(listColumn, RowError.unknownWord(words.offered()));
        }
        return found;
    }

    void reject(ListColumn listColumn, RowError rowError) {
        problems.add(rowError.at(csvRow.line(), listColumns.heading(listColumn), language));
    }

    void rejectRow(RowError rowError) {
        problems.add(rowError.at(csvRow.line(), null, language));
    }

    List<RowProblem> problems() {
        return problems;
    }

    private static String cleaned(String raw) {
        String seen = UNSEEN.matcher(raw).replaceAll("");
        return Normalizer.normalize(Whitespace.single(seen), Normalizer.Form.NFC);
    }

    private static Optional<RowError> complaint(String raw, String text, int longest) {
        if (CONTROL.matcher(raw).find()) {
            return Optional.of(RowError.CONTROL_CHARACTER);
        }
        if (DAMAGED.matcher(raw).find()) {
            return Optional.of(RowError.DAMAGED_LETTERS);
        }
        boolean fits = text.codePointCount(0, text.length()) <= longest;
        return fits ? Optional.empty() : Optional.of(RowError.tooLong(longest));
    }
}
