package org.einlass.server.registration.imports.list;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which column of the file tells what. */
final class ListColumns {
    private static final int LONGEST_HEADING = 60;
    private static final String NAME = TextKey.of("Name");

    private final List<String> headings;
    private final Map<ListColumn, Integer> places;
    private final List<String> ignored;

    private ListColumns(List<String> headings, Map<ListColumn, Integer> places, List<String> ignored) {
        this.headings = headings;
        this.places = places;
        this.ignored = ignored;
    }

    /** @throws ListRefused where the row holds no headings that a list could do with */
    static ListColumns of(CsvRow csvRow) throws ListRefused {
        List<String> headings = headings(csvRow);
        Map<ListColumn, Integer> places = new EnumMap<>(ListColumn.class);
        List<String> ignored = new ArrayList<>();
        for (int place = 0; place < headings.size(); place++) {
            Optional<ListColumn> listColumn = ListColumn.of(headings.get(place));
            if (listColumn.isEmpty()) {
                ignored.add(headings.get(place));
                continue;
            }
            Integer earlier = places.put(listColumn.get(), place);
            if (earlier != null) {
                throw new ListRefused(UnreadableList.repeatedColumn(headings.get(earlier), headings.get(place)));
            }
        }
        settleName(headings, places, ignored);
        return checked(new ListColumns(
                headings,
                places,
                ignored.stream().filter(heading -> !heading.isEmpty()).toList()));
    }

    /** How many headings of the row are known. */
    static long known(CsvRow csvRow) {
        return headings(csvRow).stream()
                .filter(heading -> ListColumn.of(heading).isPresent())
                .count();
    }

    Set<ListColumn> present() {
        return places.keySet();
    }

    boolean has(ListColumn listColumn) {
        return places.containsKey(listColumn);
    }

    /** The row's raw field in that column; empty where the file has no such column. */
    String field(CsvRow csvRow, ListColumn listColumn) {
        Integer place = places.get(listColumn);
        return place == null ? "" : csvRow.field(place);
    }

    /** The column's heading as in the file, or ours where the file has none. */
    String heading(ListColumn listColumn) {
        Integer place = places.get(listColumn);
        return place == null ? listColumn.words().german() : headings.get(place);
    }

    int count() {
        return headings.size();
    }

    List<String> ignored() {
        return ignored;
    }

    private static List<String> headings(CsvRow csvRow) {
        return csvRow.fields().stream().map(ListColumns::shown).toList();
    }

    private static String shown(String heading) {
        String text = Whitespace.single(heading.replace("\uFEFF", ""));
        int length = Math.min(text.codePointCount(0, text.length()), LONGEST_HEADING);
        return text.substring(0, text.offsetByCodePoints(0, length));
    }

    /** "Name" beside "Vorname" means the family name; a whole name beside a family name tells nothing new. */
    private static void settleName(List<String> headings, Map<ListColumn, Integer> places, List<String> ignored) {
        Integer whole = places.get(ListColumn.WHOLE_NAME);
        if (whole == null) {
            return;
        }
        if (places.containsKey(ListColumn.FAMILY_NAME)) {
            places.remove(ListColumn.WHOLE_NAME);
            ignored.add(headings.get(whole));
            return;
        }
        if (places.containsKey(ListColumn.GIVEN_NAME)
                && TextKey.of(headings.get(whole)).equals(NAME)) {
            places.remove(ListColumn.WHOLE_NAME);
            places.put(ListColumn.FAMILY_NAME, whole);
        }
    }

    private static ListColumns checked(ListColumns listColumns) throws ListRefused {
        if (listColumns.places.isEmpty()) {
            throw new ListRefused(UnreadableList.noKnownHeading());
        }
        if (!listColumns.has(ListColumn.FAMILY_NAME) && !listColumns.has(ListColumn.WHOLE_NAME)) {
            throw new ListRefused(UnreadableList.noNameColumn());
        }
        return listColumns;
    }
}
