package org.einlass.server.registration.imports.list;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.imports.question.ImportQuestion;
import org.einlass.server.registration.imports.text.TextKey;

/**
 * A list that names each organisation once, above its people, as merged cells become when they are saved as CSV.
 * Whether the empty fields below belong to it is asked.
 */
final class OrganisationBelow {
    private static final String QUESTION = "column.organisation-below";
    private static final String ABOVE = "above";
    private static final int EMPTY_OF = 3;

    private final int place;
    private final List<CsvRow> rows;
    private final List<Integer> names;
    private final Optional<String> answer;

    OrganisationBelow(ListColumns listColumns, List<CsvRow> rows, ImportAnswers answers) {
        List<Integer> places = listColumns.places(KnownHeading.ORGANISATION);
        this.place = places.size() == 1 ? places.get(0) : -1;
        this.rows = rows;
        this.names = Stream.of(KnownHeading.WHOLE_NAME, KnownHeading.GIVEN_NAME, KnownHeading.FAMILY_NAME)
                .flatMap(name -> listColumns.places(name).stream())
                .toList();
        this.answer = answers.to(QUESTION);
    }

    /** Asked where the first row has an organisation, each stands once, and a third of the fields are empty. */
    List<ImportQuestion> questions() {
        List<Long> empty = rows.stream()
                .filter(row -> field(row).isEmpty() && isNamed(row))
                .map(CsvRow::line)
                .toList();
        if (answer.isPresent()
                || place < 0
                || empty.isEmpty()
                || empty.size() * EMPTY_OF < rows.size()
                || !eachStandsOnce()) {
            return List.of();
        }
        return List.of(ImportQuestion.of(
                QUESTION,
                ImportQuestion.Scope.LIST,
                new Wording(
                        "Gilt die Organisation auch für die Zeilen darunter, in denen keine steht?",
                        "Does the organisation count for the rows below it that have none, too?"),
                List.of(ABOVE, "empty"),
                empty));
    }

    /** A ticket that nobody has a name for yet has no organisation either, and belongs to none above it. */
    private boolean isNamed(CsvRow row) {
        return names.stream().anyMatch(column -> !row.field(column).isBlank());
    }

    private boolean eachStandsOnce() {
        Set<String> seen = new HashSet<>();
        List<String> filled =
                rows.stream().map(this::field).filter(text -> !text.isEmpty()).toList();
        boolean headed = !rows.isEmpty() && !field(rows.get(0)).isEmpty() && filled.size() < rows.size();
        return headed && filled.stream().allMatch(text -> seen.add(TextKey.of(text)));
    }

    /** The rows, those without an organisation with the one above where the answer says so. */
    List<CsvRow> rows() {
        if (place < 0 || answer.filter(ABOVE::equals).isEmpty()) {
            return rows;
        }
        List<CsvRow> filled = new ArrayList<>();
        String above = "";
        for (CsvRow row : rows) {
            above = field(row).isEmpty() ? above : row.field(place);
            filled.add(field(row).isEmpty() && !row.isUncut() ? with(row, above) : row);
        }
        return filled;
    }

    private CsvRow with(CsvRow row, String organisation) {
        List<String> fields = new ArrayList<>(row.fields());
        while (fields.size() <= place) {
            fields.add("");
        }
        fields.set(place, organisation);
        return new CsvRow(row.line(), fields);
    }

    private String field(CsvRow row) {
        return place < 0 ? "" : RowFields.cleaned(row.field(place));
    }
}
