package org.einlass.server.registration.imports.list;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.server.registration.imports.text.Whitespace;

/**
 * People in the lines of a pasted mail: "Dr. Eva Muster, Stadt Gera, eva@gera.example". Greetings and
 * sentences between them are left out and named.
 */
final class MailLines {
    private static final CsvRow HEADINGS = new CsvRow(0, List.of("Name", "Organisation", "E-Mail"));
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
    private static final Pattern BULLET =
            Pattern.compile("^[\\s>]*(?:[-*\u2022\u00B7\u2013]\\s+|\\(?\\d{1,3}[.)]\\s+)?");
    private static final Pattern MAIL =
            Pattern.compile("[(<\\[]?(?:mailto:)?([\\p{L}0-9._%+'-]+@[\\p{L}0-9.-]+\\.\\p{L}{2,})[)>\\]]?");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[;,|\\t]\\s*|\\s+[\u2013\u2014-]\\s+");
    private static final Pattern HEADER = Pattern.compile(
            "^(?:von|an|cc|betreff|gesendet|datum|from|to|sent|subject|date|tel|telefon|fax|mobil|web|www)\\b.*[:.].*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GREETING = Pattern.compile(
            "^(?:hallo|guten|liebe[rs]?|sehr geehrte|hi|dear|viele gr\u00FC\u00DFe|mit freundlich|freundliche|beste gr\u00FC\u00DFe"
                    + "|herzliche|gru\u00DF|gr\u00FC\u00DFe|danke|vielen dank|kind regards|best regards|regards|thanks|mfg|lg)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LEADING = Pattern.compile("^[\\s;,|]+");

    /** "Name: Eva Muster" is a form, not a line about a person. */
    private static final Pattern LABEL = Pattern.compile("^\\p{L}[\\p{L}/ -]{1,30}:.*");

    /** An organisation in brackets; "(FH)" belongs to a degree. */
    private static final Pattern BRACKETS = Pattern.compile("\\((?!FH\\)|Univ\\.?\\)|BA\\))([^()]*)\\)");

    private static final Pattern QUOTES = Pattern.compile("[\"\u201E\u201C\u201D]");
    private static final int MOST_WORDS_OF_A_NAME = 8;

    /** How many lines of talk stand around each person, and as a signature, at most. */
    private static final int MOST_TALK = 2;

    private static final int MOST_SIGNATURE = 25;

    private MailLines() {}

    /**
     * What a text holds.
     *
     * @param header the headings that a list of these people would have, and a row for each
     */
    record Found(CsvHeader header, List<Wording> notes) {}

    /** The people of a text without headings; empty where it does not look like lines about people. */
    static Optional<Found> of(String text) throws ListRefused {
        Deque<CsvRow> rows = new ArrayDeque<>();
        List<String> skipped = new ArrayList<>();
        boolean certain = false;
        String[] lines = LINE_END.split(text, -1);
        for (int at = 0; at < lines.length; at++) {
            String line =
                    Whitespace.single(BULLET.matcher(lines[at]).replaceFirst("").replace("\t", " ; "));
            if (line.isEmpty()) {
                continue;
            }
            boolean anybody = false;
            for (String one : oneEach(line)) {
                Optional<List<String>> fields = person(one);
                if (fields.isPresent()) {
                    rows.add(new CsvRow(at + 1L, fields.get()));
                    anybody = true;
                    certain |= !fields.get().get(2).isEmpty();
                }
            }
            if (!anybody) {
                skipped.add(Integer.toString(at + 1));
            }
        }
        if (!certain || skipped.size() > MOST_TALK * rows.size() + MOST_SIGNATURE) {
            return Optional.empty();
        }
        rows.addFirst(HEADINGS);
        return CsvHeader.find(() -> Optional.ofNullable(rows.poll())).map(header -> new Found(header, notes(skipped)));
    }

    private static List<Wording> notes(List<String> skipped) {
        List<Wording> notes = new ArrayList<>();
        notes.add(new Wording(
                "Der Text wurde als Zeilen einer Mail gelesen: Name, Organisation, Mailadresse.",
                "The text was read as lines of a mail: name, organisation, mail address."));
        if (!skipped.isEmpty()) {
            String lines = String.join(", ", skipped);
            notes.add(new Wording(
                    "Ohne Person und übergangen: Zeile " + lines + ".",
                    "Without a person and left out: line " + lines + "."));
        }
        return notes;
    }

    /** "Eva Muster <eva@gera.example>; Jan Kurz <jan@jena.example>" names several people. */
    private static List<String> oneEach(String line) {
        List<String> parts = new ArrayList<>();
        Matcher mail = MAIL.matcher(line);
        int from = 0;
        while (mail.find()) {
            parts.add(line.substring(from, mail.end()));
            from = mail.end();
        }
        boolean several = parts.size() > 1
                && parts.stream()
                        .map(part -> MAIL.matcher(part).replaceAll(""))
                        .allMatch(part -> Whitespace.words(part).size() > 1);
        return several
                ? parts.stream()
                        .map(part -> LEADING.matcher(part).replaceFirst(""))
                        .toList()
                : List.of(line);
    }

    /** Name, organisation and mail address; empty where the line is about no person. */
    private static Optional<List<String>> person(String line) {
        Matcher mail = MAIL.matcher(line);
        String address = mail.find() ? mail.group(1) : "";
        String plain = address.isEmpty() ? line : mail.replaceAll(" ; ");
        String rest =
                QUOTES.matcher(BRACKETS.matcher(plain).replaceAll(" ; $1 ; ")).replaceAll("");
        boolean talk = HEADER.matcher(line).matches()
                || GREETING.matcher(line).matches()
                || LABEL.matcher(line).matches();
        if (talk || (address.isEmpty() && rest.endsWith(":"))) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>(Stream.of(SEPARATOR.split(rest, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList());
        if (parts.isEmpty() || (address.isEmpty() && parts.size() < 2)) {
            return Optional.empty();
        }
        Matcher between = SEPARATOR.matcher(rest.strip());
        String name = name(parts, between.find() && !between.group().strip().equals(","));
        if (Whitespace.words(name).size() > MOST_WORDS_OF_A_NAME) {
            return Optional.empty();
        }
        return Optional.of(List.of(name, String.join(", ", parts), address));
    }

    /** Takes the name off the front: "Muster, Eva" and "Eva Muster, LL.M." are two parts of it. */
    private static String name(List<String> parts, boolean inColumns) {
        String name = parts.remove(0);
        if (PlaceholderName.is(name)) {
            return name;
        }
        if (!parts.isEmpty() && GivenNames.onlySecondIsOne(parts.get(0), name) && isOnePart(parts.get(0))) {
            return name + " " + parts.remove(0);
        }
        boolean uncertain = inColumns
                && Whitespace.words(name).size() == 1
                && !parts.isEmpty()
                && isOnePart(parts.get(0))
                && !GivenNames.onlySecondIsOne(name, parts.get(0));
        if (uncertain) {
            return name + "; " + parts.remove(0);
        }
        boolean familyFirst = !parts.isEmpty()
                && Whitespace.words(name).size() == 1
                && Whitespace.words(parts.get(0)).size() <= 2
                && !NameWords.tellsWork(Whitespace.words(parts.get(0)))
                && !NameWords.areDegrees(parts.get(0));
        if (familyFirst) {
            name = name + ", " + parts.remove(0);
        }
        while (!parts.isEmpty() && NameWords.areDegrees(parts.get(0))) {
            name = name + ", " + parts.remove(0);
        }
        if (parts.size() > 1 && NameWords.isFunction(parts.get(0))) {
            name = name + ", " + parts.remove(0);
        }
        return name;
    }

    private static boolean isOnePart(String part) {
        return Whitespace.words(part).size() == 1 && !NameWords.tellsWork(List.of(part));
    }
}
