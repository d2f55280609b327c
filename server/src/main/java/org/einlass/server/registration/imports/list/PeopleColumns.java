package org.einlass.server.registration.imports.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.imports.question.ImportQuestion;

/**
 * Rows that hold several people side by side: "Vorname 1; Nachname 1; Vorname 2; Nachname 2". Whether they do is
 * asked; then each person becomes a row, with what the row says of all of them. Numbered columns beside a name in
 * other columns are companions' and are not read.
 */
final class PeopleColumns {
    private static final String QUESTION = "column.people";
    private static final String PEOPLE = "people";
    private static final String IGNORE = "ignore";
    private static final Pattern INSIDE = Pattern.compile("^(.*?\\p{L})[\\s_.-]*(\\d{1,2})[\\s:._-]+(.*\\p{L}.*)$");
    private static final Pattern BEHIND = Pattern.compile("^(.*?\\p{L})[\\s_.-]*(\\d{1,2})$");
    private static final Set<KnownHeading> NAMES = Set.of(KnownHeading.FAMILY_NAME, KnownHeading.WHOLE_NAME);
    private static final Set<KnownHeading> OUTSIDE =
            Set.of(KnownHeading.GIVEN_NAME, KnownHeading.FAMILY_NAME, KnownHeading.WHOLE_NAME);
    private static final Set<KnownHeading> OF_ONE_PERSON =
            Set.of(KnownHeading.KEY, KnownHeading.TICKET_CODE, KnownHeading.ORDER_POSITION, KnownHeading.BADGE_NAME);

    private final CsvRow headings;
    private final Map<Integer, Map<Integer, String>> groups = new TreeMap<>();
    private final Optional<String> answer;
    private final boolean filled;
    private final boolean isNamedOutside;

    PeopleColumns(CsvRow headings, List<CsvRow> rows, ImportAnswers answers) {
        this.headings = headings;
        this.answer = answers.to(QUESTION);
        for (int place = 0; place < headings.fields().size(); place++) {
            place(place, headings.fields().get(place));
        }
        groups.values().removeIf(group -> group.values().stream().noneMatch(PeopleColumns::isName));
        addUnnumbered();
        this.isNamedOutside = rows.stream().anyMatch(this::isNamedOutside);
        this.filled = rows.stream()
                .anyMatch(row -> groups.keySet().stream()
                                .filter(group -> hasName(row, group))
                                .count()
                        > 1);
    }

    private void place(int place, String heading) {
        Matcher inside = INSIDE.matcher(heading.strip());
        Matcher behind = BEHIND.matcher(heading.strip());
        if (KnownHeading.of(heading).isPresent() || HeadingMeaning.isBuyer(heading)) {
            return;
        }
        if (inside.matches()) {
            put(Integer.parseInt(inside.group(2)), place, inside.group(3));
        } else if (behind.matches()
                && HeadingMeaning.of(behind.group(1)).known().isPresent()) {
            put(Integer.parseInt(behind.group(2)), place, behind.group(1));
        }
    }

    private void put(int group, int place, String heading) {
        groups.computeIfAbsent(group, none -> new LinkedHashMap<>()).put(place, heading);
    }

    /** "Nachname" beside "Nachname 2" is the first of both. */
    private void addUnnumbered() {
        if (groups.isEmpty()) {
            return;
        }
        Set<Optional<KnownHeading>> numbered = groups.values().stream()
                .flatMap(group -> group.values().stream())
                .map(heading -> HeadingMeaning.of(heading).known())
                .collect(Collectors.toSet());
        Map<Integer, String> first = new LinkedHashMap<>();
        for (int place = 0; place < headings.fields().size(); place++) {
            String heading = headings.fields().get(place);
            Optional<KnownHeading> known = HeadingMeaning.of(heading).known();
            if (known.isPresent() && numbered.contains(known) && !isNumbered(place)) {
                first.put(place, heading);
            }
        }
        if (first.values().stream().anyMatch(PeopleColumns::isName)) {
            groups.put(0, first);
        }
    }

    /** Whether a column beside the groups names whom the row is about; then the groups are companions. */
    private boolean isNamedOutside(CsvRow row) {
        return shared().stream()
                .anyMatch(place -> HeadingMeaning.of(headings.fields().get(place))
                                .known()
                                .filter(OUTSIDE::contains)
                                .isPresent()
                        && !RowFields.cleaned(row.field(place)).isEmpty());
    }

    private boolean isNumbered(int place) {
        return groups.values().stream().anyMatch(group -> group.containsKey(place));
    }

    private static boolean isName(String heading) {
        return HeadingMeaning.of(heading).known().filter(NAMES::contains).isPresent();
    }

    private boolean hasName(CsvRow row, int group) {
        return groups.getOrDefault(group, Map.of()).entrySet().stream()
                .anyMatch(column -> isName(column.getValue())
                        && !RowFields.cleaned(row.field(column.getKey())).isEmpty());
    }

    /** What is to be asked: whether the numbered columns hold people. */
    List<ImportQuestion> questions(List<CsvRow> rows) {
        if (!filled || isNamedOutside || answer.isPresent()) {
            return List.of();
        }
        String names = groups.values().stream()
                .flatMap(group -> group.keySet().stream())
                .limit(6)
                .map(place -> headings.fields().get(place))
                .collect(Collectors.joining(", "));
        List<Long> lines = rows.stream()
                .filter(row -> groups.keySet().stream()
                                .filter(group -> hasName(row, group))
                                .count()
                        > 1)
                .map(CsvRow::line)
                .toList();
        return List.of(ImportQuestion.of(
                QUESTION,
                ImportQuestion.Scope.LIST,
                new Wording(
                        "Stehen in den Spalten „" + names + "“ mehrere Personen nebeneinander?",
                        "Do the columns \"" + names + "\" hold several people side by side?"),
                List.of(PEOPLE, IGNORE),
                lines));
    }

    private boolean divides() {
        if (isNamedOutside) {
            return false;
        }
        return groups.size() == 1
                ? groups.values().stream().noneMatch(this::isOfCompanion)
                : filled && answer.filter(IGNORE::equals).isEmpty();
    }

    private boolean isOfCompanion(Map<Integer, String> group) {
        return group.keySet().stream()
                .anyMatch(place -> HeadingMeaning.isCompanion(headings.fields().get(place)));
    }

    /** The headings that each person's row has. */
    CsvRow headings() {
        if (!divides()) {
            return headings;
        }
        List<String> fields = new ArrayList<>();
        shared().forEach(place -> fields.add(headings.fields().get(place)));
        fields.addAll(own());
        return new CsvRow(headings.line(), fields);
    }

    /** A row for each person; a row that names nobody stays one. */
    List<CsvRow> rows(List<CsvRow> rows) {
        return divides() ? rows.stream().flatMap(row -> divided(row).stream()).toList() : rows;
    }

    private List<CsvRow> divided(CsvRow row) {
        if (row.isUncut() || row.fields().size() > headings.fields().size()) {
            return List.of(row);
        }
        List<Integer> named =
                groups.keySet().stream().filter(group -> hasName(row, group)).toList();
        List<CsvRow> people = new ArrayList<>();
        for (int group : named.isEmpty() ? List.copyOf(groups.keySet()).subList(0, 1) : named) {
            List<String> fields = new ArrayList<>();
            for (int place : shared()) {
                fields.add(people.isEmpty() || !isOfOnePerson(place) ? row.field(place) : further(row, place, group));
            }
            Map<Integer, String> columns = groups.getOrDefault(group, Map.of());
            for (String heading : own()) {
                fields.add(columns.entrySet().stream()
                        .filter(column -> column.getValue().equals(heading))
                        .findFirst()
                        .map(column -> row.field(column.getKey()))
                        .orElse(""));
            }
            people.add(new CsvRow(row.line(), fields));
        }
        return people;
    }

    /** A key is told apart by the number; a code leads to one person only. */
    private String further(CsvRow row, int place, int group) {
        boolean key = HeadingMeaning.of(headings.fields().get(place)).known().equals(Optional.of(KnownHeading.KEY));
        return key && !row.field(place).isBlank() ? row.field(place).strip() + "-" + group : "";
    }

    private boolean isOfOnePerson(int place) {
        return HeadingMeaning.of(headings.fields().get(place))
                .known()
                .filter(OF_ONE_PERSON::contains)
                .isPresent();
    }

    private List<Integer> shared() {
        List<Integer> shared = new ArrayList<>();
        for (int place = 0; place < headings.fields().size(); place++) {
            if (!isNumbered(place)) {
                shared.add(place);
            }
        }
        return shared;
    }

    private List<String> own() {
        return groups.values().stream()
                .flatMap(group -> group.values().stream())
                .distinct()
                .toList();
    }
}
