package org.einlass.server.registration.imports.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a sheet says of its rows beside their fields: struck through, hidden, commented on. It becomes columns of
 * their own, so that it is asked about like any other word about who may come.
 *
 * @param columns by heading, the text for each line that has one
 */
record SheetMarks(Map<String, Map<Long, String>> columns) {
    static final SheetMarks NONE = new SheetMarks(Map.of());

    SheetMarks {
        Map<String, Map<Long, String>> filled = new TreeMap<>(columns);
        filled.values().removeIf(Map::isEmpty);
        columns = filled;
    }

    /** The same text for every line of a sheet. */
    static SheetMarks ofAllLines(String heading, String text, long lastLine) {
        Map<Long, String> texts = new TreeMap<>();
        for (long line = 1; line <= lastLine; line++) {
            texts.put(line, text);
        }
        return new SheetMarks(Map.of(heading, texts));
    }

    /** These, and those of a sheet whose lines are counted on from {@code before}. */
    SheetMarks and(SheetMarks further, long before) {
        Map<String, Map<Long, String>> all = new TreeMap<>();
        columns.forEach((heading, texts) -> all.put(heading, new TreeMap<>(texts)));
        further.columns.forEach((heading, texts) -> texts.forEach((line, text) ->
                all.computeIfAbsent(heading, none -> new TreeMap<>()).put(line + before, text)));
        return new SheetMarks(all);
    }

    /** The headings, with one for each mark that a row of people has. */
    CsvRow headings(CsvRow headings, List<CsvRow> people) {
        List<String> fields = new ArrayList<>(headings.fields());
        fields.addAll(marking(people).keySet());
        return new CsvRow(headings.line(), fields);
    }

    /** The rows, each with its marks behind its fields. */
    List<CsvRow> beside(List<CsvRow> people, int columnsBefore) {
        Map<String, Map<Long, String>> marking = marking(people);
        return marking.isEmpty()
                ? people
                : people.stream()
                        .map(row -> marked(row, marking, columnsBefore))
                        .toList();
    }

    private Map<String, Map<Long, String>> marking(List<CsvRow> people) {
        Map<String, Map<Long, String>> marking = new TreeMap<>(columns);
        marking.values().removeIf(texts -> people.stream().noneMatch(row -> texts.containsKey(row.line())));
        return marking;
    }

    private static CsvRow marked(CsvRow row, Map<String, Map<Long, String>> marking, int columnsBefore) {
        if (row.isUncut() || row.fields().size() > columnsBefore) {
            return row;
        }
        List<String> fields = new ArrayList<>(row.fields());
        while (fields.size() < columnsBefore) {
            fields.add("");
        }
        marking.values().forEach(texts -> fields.add(texts.getOrDefault(row.line(), "")));
        return new CsvRow(row.line(), fields);
    }
}
