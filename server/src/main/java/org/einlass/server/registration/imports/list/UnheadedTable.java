package org.einlass.server.registration.imports.list;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.einlass.contract.Wording;
import org.einlass.contract.registration.NameVocabulary;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.imports.question.ImportQuestion;
import org.einlass.server.registration.imports.text.Whitespace;

/**
 * A table without headings, whose names stand in two columns: "Eva;Schmidt;Stadt Gera;eva@gera.example". What
 * stands in the columns tells what they are; which of the two is the family name is asked where frequent given
 * names do not tell.
 *
 * @param header the headings that it would have, and its rows
 */
record UnheadedTable(CsvHeader header, List<Wording> notes, List<ImportQuestion> questions) {
    /** Under what its answers are kept: nothing tells one such table from another. */
    static final String SOURCE = "";

    private static final String ORDER = "column.names";
    private static final String GIVEN_FIRST = "given-first";
    private static final String FAMILY_FIRST = "family-first";
    private static final char[] SEPARATORS = {';', '\t', '|', ','};
    private static final int MOST_WORDS_OF_A_PART = 3;
    private static final Pattern MAIL = Pattern.compile("\\S+@\\S+\\.\\p{L}{2,}");
    private static final Pattern NAME_PART = Pattern.compile("[\\p{L}\\p{M}'\u2019.\\s-]+");

    UnheadedTable {
        questions = List.copyOf(questions);
    }

    /** Empty where the text is no such table. */
    static Optional<UnheadedTable> of(String text, int mostColumns, ImportAnswers answers) throws ListRefused {
        for (char separator : SEPARATORS) {
            Optional<List<CsvRow>> rows = rows(text, separator, mostColumns);
            if (rows.isPresent()) {
                Optional<UnheadedTable> table = of(rows.get(), answers);
                if (table.isPresent()) {
                    return table;
                }
            }
        }
        return Optional.empty();
    }

    /** Rows of as many fields each; empty where they differ, as lines of a mail do. */
    private static Optional<List<CsvRow>> rows(String text, char separator, int mostColumns) {
        List<CsvRow> rows = new ArrayList<>();
        try {
            CsvRows all = new CsvRows(text, separator, mostColumns);
            for (Optional<CsvRow> row = all.next(); row.isPresent(); row = all.next()) {
                rows.add(row.get());
            }
        } catch (ListRefused e) {
            return Optional.empty();
        }
        int width = rows.isEmpty() ? 0 : rows.get(0).fields().size();
        boolean table = width > 2 && rows.stream().allMatch(row -> row.fields().size() == width);
        return table ? Optional.of(rows) : Optional.empty();
    }

    private static Optional<UnheadedTable> of(List<CsvRow> rows, ImportAnswers answers) throws ListRefused {
        int width = rows.get(0).fields().size();
        String[] headings = new String[width];
        Arrays.setAll(headings, place -> "Spalte " + (place + 1));
        boolean mail = false;
        List<Integer> texts = new ArrayList<>();
        for (int place = 0; place < width; place++) {
            int column = place;
            if (all(rows, place, field -> MAIL.matcher(field).matches())) {
                headings[place] = KnownHeading.MAIL.words().german();
                mail = true;
            } else if (all(rows, place, field -> NameVocabulary.isSalutation(field.toLowerCase(Locale.ROOT)))) {
                headings[place] = KnownHeading.SALUTATION.words().german();
            } else if (all(rows, place, field -> NameWords.areTitles(Whitespace.words(field)))) {
                headings[place] = KnownHeading.TITLE.words().german();
            } else if (rows.stream().anyMatch(row -> row.field(column).chars().anyMatch(Character::isLetter))) {
                texts.add(place);
            }
        }
        if (texts.size() < 2 || texts.get(1) != texts.get(0) + 1) {
            return Optional.empty();
        }
        int first = texts.get(0);
        int second = texts.get(1);
        if (!isPartOfName(rows, first) || !isPartOfName(rows, second)) {
            return Optional.empty();
        }
        int ahead = given(rows, first, second);
        int behind = given(rows, second, first);
        boolean certain = (ahead == 0) != (behind == 0) && 2 * Math.max(ahead, behind) >= rows.size();
        if (!certain && !mail) {
            return Optional.empty();
        }
        Optional<String> answer = answers.to(ORDER);
        boolean familyFirst = answer.map(FAMILY_FIRST::equals).orElse(behind > ahead);
        headings[familyFirst ? second : first] = KnownHeading.GIVEN_NAME.words().german();
        headings[familyFirst ? first : second] =
                KnownHeading.FAMILY_NAME.words().german();
        if (texts.size() > 2) {
            headings[texts.get(2)] = KnownHeading.ORGANISATION.words().german();
        }
        List<ImportQuestion> questions =
                certain || answer.isPresent() ? List.of() : List.of(question(rows, first, second));
        return header(List.of(headings), rows).map(header -> new UnheadedTable(header, notes(headings), questions));
    }

    private static Optional<CsvHeader> header(List<String> headings, List<CsvRow> rows) throws ListRefused {
        Deque<CsvRow> all = new ArrayDeque<>(rows);
        all.addFirst(new CsvRow(0, headings));
        return CsvHeader.find(() -> Optional.ofNullable(all.poll()));
    }

    /** Whether all filled fields of a column are so, and some are filled. */
    private static boolean all(List<CsvRow> rows, int place, Predicate<String> so) {
        List<String> filled = rows.stream()
                .map(row -> Whitespace.single(row.field(place)))
                .filter(field -> !field.isEmpty())
                .toList();
        return !filled.isEmpty() && filled.stream().allMatch(so);
    }

    /** Whether a column holds parts of names, most of them of one word. */
    private static boolean isPartOfName(List<CsvRow> rows, int place) {
        long single = rows.stream()
                .filter(row ->
                        Whitespace.words(Whitespace.single(row.field(place))).size() == 1)
                .count();
        return 2 * single > rows.size()
                && all(
                        rows,
                        place,
                        field -> NAME_PART.matcher(field).matches()
                                && Whitespace.words(field).size() <= MOST_WORDS_OF_A_PART
                                && !NameWords.tellsWork(Whitespace.words(field)));
    }

    /** In how many rows a frequent given name stands in the one column and none in the other. */
    private static int given(List<CsvRow> rows, int here, int there) {
        return Math.toIntExact(rows.stream()
                .filter(row -> GivenNames.onlySecondIsOne(
                        Whitespace.single(row.field(there)), Whitespace.single(row.field(here))))
                .count());
    }

    private static ImportQuestion question(List<CsvRow> rows, int first, int second) {
        CsvRow example = rows.get(0);
        String one = Whitespace.single(example.field(first));
        String other = Whitespace.single(example.field(second));
        return new ImportQuestion(
                ORDER,
                ImportQuestion.Scope.LIST,
                new Wording(
                        "Die Liste hat keine Überschriften. Steht der Vorname zuerst („" + one
                                + "“ ist der Vorname: given-first) oder der Nachname („" + one
                                + "“ ist der Nachname, „" + other + "“ der Vorname: family-first)?",
                        "The list has no headings. Does the given name stand first (\"" + one
                                + "\" is the given name: given-first), or the family name (\"" + one
                                + "\" is the family name, \"" + other + "\" the given name: family-first)?"),
                List.of(GIVEN_FIRST, FAMILY_FIRST),
                List.of(),
                rows.size());
    }

    private static List<Wording> notes(String... headings) {
        String columns = String.join(", ", headings);
        return new ArrayList<>(List.of(new Wording(
                "Die Liste hat keine Überschriften; ihre Spalten wurden so gelesen: " + columns + ".",
                "The list has no headings; its columns were read as: " + columns + ".")));
    }
}
