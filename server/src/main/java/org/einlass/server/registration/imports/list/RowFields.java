package org.einlass.server.registration.imports.list;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.einlass.server.registration.imports.text.PlainText;
import org.einlass.server.registration.imports.text.Whitespace;

/** The fields of one row, cleaned as they are read; collects what is wrong with them. */
final class RowFields {
    /**
     * Line breaks and tabs are blanks to us; every other control character, and what turns the writing, is a
     * fault.
     */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\\t\\n\\r]]");

    /** "Müller" read as Windows-1252 and saved again, and the sign that stands for any lost letter. */
    private static final Pattern DAMAGED =
            Pattern.compile("\\x{FFFD}|\\x{C3}[\\x{A4}\\x{B6}\\x{BC}\\x{178}\\x{201E}\\x{2013}\\x{153}\\x{A9}\\x{A8}]");

    /** More marks upon one letter than any script has: they grow out of the badge's line. */
    private static final Pattern STACKED_ACCENTS = Pattern.compile("\\p{M}{5}");

    /** Soft hyphens and zero-width marks that nobody sees and that make equal names unequal. */
    private static final Pattern UNSEEN = Pattern.compile("[\\x{AD}\\x{200B}\\x{2060}\\x{FEFF}]");

    /**
     * Letters that another program read in a wrong encoding: signs, capitals and foreign scripts within a
     * word.
     */
    private static final Pattern MISREAD = Pattern.compile(
            "\\p{L}[\u2020\u2021\u2030\u00A4\u00A6\u00A7\u00A8\u00AC\u00AF\u00B2\u00B3\u00B6\u00B8\u00BA\u00AA\u00B9\u00BC\u00BD\u00BE\u00BF"
                    + "\u00D7\u00F7\u0192\u02C6\u02DC\u221A\u201E\u201C\u201D\u2026\u2500-\u259F]\\p{L}"
                    + "|\\p{L}\\?\\p{Ll}|\\p{IsLatin}[\\p{IsCyrillic}\\p{IsGreek}\\p{IsHebrew}\\p{IsArabic}]"
                    + "|[\\p{IsCyrillic}\\p{IsGreek}\\p{IsHebrew}\\p{IsArabic}]\\p{IsLatin}"
                    + "|\\p{L}[\u0178\u0160\u017D](?=\\p{Ll})|(?<!\\p{L})\\p{Lu}[jh]?\u0161[bdfghjlmnprstz](?<!P\u0161t)|\u0102[\u00A4\u00B6\u013D\u017A\u201E\u2013\u0178]");

    /** Signs that no name holds, but that letters of Central Europe become under a wrong encoding. */
    private static final Pattern NO_LETTER = Pattern.compile(
            "[\u00A4\u00A6\u00A7\u00A9\u00AB\u00AE\u00B1\u00B2\u00B3\u00B6\u00B9\u00BB\u00BC\u00BD\u00BE]");

    /** Letters that another program wrote down as signs: {@code J%C3%B6rg}, {@code J=F6rg}, {@code J\\u00f6rg}. */
    private static final Pattern ESCAPED =
            Pattern.compile("%[89A-Fa-f][0-9A-Fa-f]|=[89A-F][0-9A-F]|\\\\u[0-9A-Fa-f]{4}|\\\\x[89A-Fa-f][0-9A-Fa-f]"
                    + "|\\+A[A-Za-z0-9/]{2}-");

    /** What stands in a cell of which nobody knows the content. */
    private static final Pattern NOTHING = Pattern.compile(
            "[-\u2013\u2014./]+|n/?a|n\\.a\\.|k\\.? ?A\\.?|null|none|nan|#N/A|(?:keine|ohne) angaben?|nicht angegeben"
                    + "|not (?:specified|provided|applicable|set)|[(\\[]?(?:leer|empty|blank)[)\\]]?",
            Pattern.CASE_INSENSITIVE);

    /** The same where a name is expected: Mr Null is a person, and so may be "K. A." and "Nan". */
    private static final Pattern NO_NAME =
            Pattern.compile("[-\u2013\u2014./,;:_'\\s]+|0+|[*]|[nN]/[aA]|[nN]\\.[aA]\\.|k\\.? ?[aA]\\.?|#N/A"
                    + "|(?i:(?:keine|ohne) angaben?|nicht angegeben|not (?:specified|provided|applicable|set)"
                    + "|[(\\[](?:leer|empty|blank)[)\\]])");

    /** What stands for the field of the row above. */
    private static final Pattern DITTO = Pattern.compile(
            "[\"\u201D\u201C\u3003]+|''|-?[\"\u201D]-?|dito|ditto|s\\. ?o\\.|siehe oben|wie oben|idem",
            Pattern.CASE_INSENSITIVE);

    /** How spreadsheets keep a number as text: {@code ="0012"} and {@code '0012}. */
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("^=?\"([^\"]*)\"$|^'(?=\\d)");

    private static final Pattern SPREADSHEET_ERROR = Pattern.compile(
            "#+|#(?:NAME|WERT|VALUE|NV|REF|BEZUG|DIV/0|NULL|ZAHL|NUM|SPILL|\u00DCBERLAUF|CALC)[!?]?",
            Pattern.CASE_INSENSITIVE);

    /** A number that a spreadsheet wrote with fewer digits than it had. */
    private static final Pattern LOST_DIGITS =
            Pattern.compile("\\d(?:[.,]\\d+)?E\\+\\d+|(?=\\d{16})\\d+0{5}", Pattern.CASE_INSENSITIVE);

    /** Any of those; most fields hold none of them. */
    private static final Pattern DEBRIS = Pattern.compile(
            Stream.of(NOTHING, DITTO, SPREADSHEET_ERROR, LOST_DIGITS)
                    .map(pattern -> "(?:" + pattern.pattern() + ")")
                    .collect(Collectors.joining("|")),
            Pattern.CASE_INSENSITIVE);

    private static final Set<KnownHeading> CODES =
            Set.of(KnownHeading.KEY, KnownHeading.TICKET_CODE, KnownHeading.ORDER);

    /** Mr Null is a person. */
    private static final Set<KnownHeading> NAMES =
            Set.of(KnownHeading.GIVEN_NAME, KnownHeading.FAMILY_NAME, KnownHeading.WHOLE_NAME);

    private static final Set<KnownHeading> WRITTEN_WORDS = Set.of(
            KnownHeading.GIVEN_NAME,
            KnownHeading.FAMILY_NAME,
            KnownHeading.WHOLE_NAME,
            KnownHeading.ORGANISATION,
            KnownHeading.FUNCTION,
            KnownHeading.DEPARTMENT);

    private static final Set<KnownHeading> NEVER_ZERO = Set.of(
            KnownHeading.FUNCTION,
            KnownHeading.ORGANISATION,
            KnownHeading.DEPARTMENT,
            KnownHeading.TITLE,
            KnownHeading.SALUTATION,
            KnownHeading.BADGE_NAME,
            KnownHeading.PRONUNCIATION,
            KnownHeading.FEDERAL_STATE,
            KnownHeading.PARTICLE,
            KnownHeading.MAIL,
            KnownHeading.TICKET_CODE,
            KnownHeading.ROLE);

    /** What stands on badges. */
    private static final Set<KnownHeading> PRINTED = Set.of(
            KnownHeading.TITLE,
            KnownHeading.GIVEN_NAME,
            KnownHeading.FAMILY_NAME,
            KnownHeading.WHOLE_NAME,
            KnownHeading.FUNCTION,
            KnownHeading.ORGANISATION,
            KnownHeading.BADGE_NAME);

    private static final int PICTURES_FROM = 0x1F000;

    private final CsvRow csvRow;
    private final ListColumns listColumns;
    private final Locale language;
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<RowProblem> warnings = new ArrayList<>();

    RowFields(CsvRow csvRow, ListColumns listColumns, Locale language) {
        this.csvRow = csvRow;
        this.listColumns = listColumns;
        this.language = language;
    }

    /** The field of that column, at most 120 characters of plain text, or empty. */
    String text(KnownHeading known) {
        return text(known, Attendee.LONGEST_FIELD);
    }

    /** What somebody answered to a question of the organiser's; empty after a complaint. */
    String answer(String raw) {
        String text = cleaned(raw);
        Optional<RowError> complaint = complaint(KnownHeading.QUESTION, raw, text, RegistrationDetails.LONGEST_TEXT);
        complaint.ifPresent(rowError -> warn(KnownHeading.QUESTION, rowError));
        return complaint.isPresent() || NOTHING.matcher(text).matches() ? "" : text;
    }

    /** The first filled field of the columns that tell this. */
    String text(KnownHeading known, int longest) {
        for (int place : listColumns.places(known)) {
            String raw = csvRow.field(place);
            String text = cleaned(raw);
            Optional<RowError> complaint = complaint(known, raw, text, longest);
            complaint.ifPresent(rowError -> reject(known, rowError));
            if (complaint.isPresent()) {
                return text;
            }
            String meant = withoutDebris(known, text);
            if (!meant.isEmpty()) {
                if (PRINTED.contains(known) && meant.codePoints().anyMatch(RowFields::isUnprintable)) {
                    warn(known, RowError.UNPRINTABLE);
                }
                return meant;
            }
        }
        return "";
    }

    /** Pictures, dingbats, and what no standard has given a meaning. */
    private static boolean isUnprintable(int sign) {
        int type = Character.getType(sign);
        boolean picture = type == Character.OTHER_SYMBOL && (sign >= PICTURES_FROM || isDingbat(sign));
        return picture || type == Character.PRIVATE_USE || type == Character.UNASSIGNED || type == Character.SURROGATE;
    }

    private static boolean isDingbat(int sign) {
        return sign >= 0x2600 && sign < 0x2800;
    }

    private String withoutDebris(KnownHeading known, String text) {
        if (!text.equals("0") && !DEBRIS.matcher(text).matches()) {
            return text;
        }
        boolean zero = text.equals("0") && NEVER_ZERO.contains(known);
        boolean nothing = NAMES.contains(known)
                ? NO_NAME.matcher(text).matches()
                : NOTHING.matcher(text).matches();
        if (zero || nothing) {
            return "";
        }
        if (DITTO.matcher(text).matches()) {
            complain(known, RowError.DITTO);
            return "";
        }
        if (SPREADSHEET_ERROR.matcher(text).matches()) {
            complain(known, RowError.SPREADSHEET_ERROR);
            return "";
        }
        if (CODES.contains(known) && LOST_DIGITS.matcher(text).matches()) {
            complain(known, RowError.LOST_DIGITS);
            return "";
        }
        return text;
    }

    /** A row without its own key, or without a name, is none; without any other field it is poorer. */
    private void complain(KnownHeading known, RowError rowError) {
        boolean needed =
                known == KnownHeading.KEY || known == KnownHeading.FAMILY_NAME || known == KnownHeading.WHOLE_NAME;
        if (needed) {
            reject(known, rowError);
        } else {
            warn(known, rowError);
        }
    }

    /**
     * What the field's word means, or empty where the field is empty or, after a complaint, means nothing.
     */
    <T> Optional<T> meaning(KnownHeading known, ValueAliases<T> words) {
        String text = text(known);
        Optional<T> found = words.find(text);
        if (found.isEmpty() && !text.isEmpty()) {
            reject(known, RowError.unknownWord(words.offered()));
        }
        return found;
    }

    void reject(KnownHeading known, RowError rowError) {
        problems.add(rowError.at(csvRow.line(), listColumns.heading(known), language));
    }

    void rejectRow(RowError rowError) {
        problems.add(rowError.at(csvRow.line(), null, language));
    }

    /** Says that the row comes in, but without this field. */
    void warn(KnownHeading known, RowError rowError) {
        RowProblem warning = rowError.at(csvRow.line(), listColumns.heading(known), language);
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    List<RowProblem> problems() {
        return problems;
    }

    List<RowProblem> warnings() {
        return warnings;
    }

    static String cleaned(String raw) {
        if (PlainText.isHarmless(raw)) {
            return withoutQuoting(Whitespace.single(raw));
        }
        String seen = UNSEEN.matcher(raw).replaceAll("");
        String single = Normalizer.normalize(Whitespace.single(seen), Normalizer.Form.NFC);
        return withoutQuoting(single);
    }

    private static String withoutQuoting(String text) {
        boolean quoted = text.startsWith("=") || text.startsWith("'") || text.startsWith("\"");
        return quoted ? KEPT_AS_TEXT.matcher(text).replaceFirst("$1") : text;
    }

    private static Optional<RowError> complaint(KnownHeading known, String raw, String text, int longest) {
        if (WRITTEN_WORDS.contains(known)
                && !PlainText.isOneWord(raw)
                && ESCAPED.matcher(raw).find()) {
            return Optional.of(RowError.DAMAGED_LETTERS);
        }
        if (!PlainText.isHarmless(raw)) {
            Optional<RowError> damage = damage(known, raw);
            if (damage.isPresent()) {
                return damage;
            }
        }
        boolean fits = text.codePointCount(0, text.length()) <= longest;
        return fits ? Optional.empty() : Optional.of(RowError.tooLong(longest));
    }

    private static Optional<RowError> damage(KnownHeading known, String raw) {
        if (CONTROL.matcher(raw).find()) {
            return Optional.of(RowError.CONTROL_CHARACTER);
        }
        if (STACKED_ACCENTS.matcher(raw).find()) {
            return Optional.of(RowError.STACKED_ACCENTS);
        }
        boolean words = !CODES.contains(known) && known != KnownHeading.MAIL;
        if (words && (DAMAGED.matcher(raw).find() || MISREAD.matcher(raw).find())) {
            return Optional.of(RowError.DAMAGED_LETTERS);
        }
        if (NAMES.contains(known) && NO_LETTER.matcher(raw).find()) {
            return Optional.of(RowError.DAMAGED_LETTERS);
        }
        return Optional.empty();
    }
}
