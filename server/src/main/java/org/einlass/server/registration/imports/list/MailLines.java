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
    private static final int MOST_WORDS_OF_A_NAME = 8;

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
            String line = Whitespace.single(BULLET.matcher(lines[at]).replaceFirst(""));
            if (line.isEmpty()) {
                continue;
            }
            Optional<List<String>> fields = person(line);
            if (fields.isEmpty()) {
                skipped.add(Integer.toString(at + 1));
            } else {
                rows.add(new CsvRow(at + 1L, fields.get()));
                certain |= !fields.get().get(2).isEmpty();
            }
        }
        if (!certain || skipped.size() > rows.size() + MOST_WORDS_OF_A_NAME) {
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

    /** Name, organisation and mail address; empty where the line is about no person. */
    private static Optional<List<String>> person(String line) {
        Matcher mail = MAIL.matcher(line);
        String address = mail.find() ? mail.group(1) : "";
        String rest = address.isEmpty() ? line : mail.replaceAll(", ");
        boolean talk = HEADER.matcher(line).matches() || GREETING.matcher(line).matches();
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
        String name = name(parts);
        if (Whitespace.words(name).size() > MOST_WORDS_OF_A_NAME) {
            return Optional.empty();
        }
        return Optional.of(List.of(name, String.join(", ", parts), address));
    }

    /** Takes the name off the front: "Muster, Eva" and "Eva Muster, LL.M." are two parts of it. */
    private static String name(List<String> parts) {
        String name = parts.remove(0);
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
        return name;
    }
}
