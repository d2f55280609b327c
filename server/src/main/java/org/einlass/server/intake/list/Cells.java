package org.einlass.server.intake.list;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.ImportReport.RowProblem;

/** The fields of one row, cleaned as they are read; collects what is wrong with them. */
final class Cells {
    /** Line breaks and tabs are blanks to us; every other control character, and what turns the writing, is a fault. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\\t\\n\\r]]");

    /** "Müller" read as Windows-1252 and saved again, and the sign that stands for any lost letter. */
    private static final Pattern DAMAGED =
            Pattern.compile("\\x{FFFD}|\\x{C3}[\\x{A4}\\x{B6}\\x{BC}\\x{178}\\x{201E}\\x{2013}\\x{153}\\x{A9}\\x{A8}]");

    /** Soft hyphens and zero-width marks that nobody sees and that make equal names unequal. */
    private static final Pattern UNSEEN = Pattern.compile("[\\x{AD}\\x{200B}\\x{2060}\\x{FEFF}]");

    private final Row row;
    private final Columns columns;
    private final Locale language;
    private final List<RowProblem> problems = new ArrayList<>();

    Cells(Row row, Columns columns, Locale language) {
        this.row = row;
        this.columns = columns;
        this.language = language;
    }

    /** The field of that column, at most 120 characters of plain text, or empty. */
    String text(Column column) {
        return text(column, Attendee.LONGEST_FIELD);
    }

    String text(Column column, int longest) {
        String raw = columns.field(row, column);
        String text = cleaned(raw);
        complaint(raw, text, longest).ifPresent(complaint -> reject(column, complaint));
        return text;
    }

    /** What the field's word means, or empty where the field is empty or, after a complaint, means nothing. */
    <T> Optional<T> meaning(Column column, Catchwords<T> words) {
        String text = text(column);
        Optional<T> found = words.find(text);
        if (found.isEmpty() && !text.isEmpty()) {
            reject(column, Complaint.unknownWord(words.offered()));
        }
        return found;
    }

    void reject(Column column, Complaint complaint) {
        problems.add(complaint.at(row.line(), columns.heading(column), language));
    }

    void rejectRow(Complaint complaint) {
        problems.add(complaint.at(row.line(), null, language));
    }

    List<RowProblem> problems() {
        return problems;
    }

    private static String cleaned(String raw) {
        String seen = UNSEEN.matcher(raw).replaceAll("");
        return Normalizer.normalize(Blanks.single(seen), Normalizer.Form.NFC);
    }

    private static Optional<Complaint> complaint(String raw, String text, int longest) {
        if (CONTROL.matcher(raw).find()) {
            return Optional.of(Complaint.CONTROL_CHARACTER);
        }
        if (DAMAGED.matcher(raw).find()) {
            return Optional.of(Complaint.DAMAGED_LETTERS);
        }
        boolean fits = text.codePointCount(0, text.length()) <= longest;
        return fits ? Optional.empty() : Optional.of(Complaint.tooLong(longest));
    }
}
