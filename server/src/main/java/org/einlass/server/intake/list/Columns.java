package org.einlass.server.intake.list;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which column of the file tells what. */
final class Columns {
    private static final int LONGEST_HEADING = 60;
    private static final String NAME = Fold.of("Name");

    private final List<String> headings;
    private final Map<Column, Integer> places;
    private final List<String> ignored;

    private Columns(List<String> headings, Map<Column, Integer> places, List<String> ignored) {
        this.headings = headings;
        this.places = places;
        this.ignored = ignored;
    }

    /** @throws ListRefused where the row holds no headings that a list could do with */
    static Columns of(Row row) throws ListRefused {
        List<String> headings = headings(row);
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        List<String> ignored = new ArrayList<>();
        for (int place = 0; place < headings.size(); place++) {
            Optional<Column> column = Column.of(headings.get(place));
            if (column.isEmpty()) {
                ignored.add(headings.get(place));
                continue;
            }
            Integer earlier = places.put(column.get(), place);
            if (earlier != null) {
                throw new ListRefused(UnreadableList.repeatedColumn(headings.get(earlier), headings.get(place)));
            }
        }
        settleName(headings, places, ignored);
        return checked(new Columns(
                headings,
                places,
                ignored.stream().filter(heading -> !heading.isEmpty()).toList()));
    }

    /** How many headings of the row are known. */
    static long known(Row row) {
        return headings(row).stream()
                .filter(heading -> Column.of(heading).isPresent())
                .count();
    }

    Set<Column> present() {
        return places.keySet();
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /** The row's raw field in that column; empty where the file has no such column. */
    String field(Row row, Column column) {
        Integer place = places.get(column);
        return place == null ? "" : row.field(place);
    }

    /** The column's heading as in the file, or ours where the file has none. */
    String heading(Column column) {
        Integer place = places.get(column);
        return place == null ? column.words().german() : headings.get(place);
    }

    int count() {
        return headings.size();
    }

    List<String> ignored() {
        return ignored;
    }

    private static List<String> headings(Row row) {
        return row.fields().stream().map(Columns::shown).toList();
    }

    private static String shown(String heading) {
        String text = Blanks.single(heading.replace("\uFEFF", ""));
        int length = Math.min(text.codePointCount(0, text.length()), LONGEST_HEADING);
        return text.substring(0, text.offsetByCodePoints(0, length));
    }

    /** "Name" beside "Vorname" means the family name; a whole name beside a family name tells nothing new. */
    private static void settleName(List<String> headings, Map<Column, Integer> places, List<String> ignored) {
        Integer whole = places.get(Column.WHOLE_NAME);
        if (whole == null) {
            return;
        }
        if (places.containsKey(Column.FAMILY_NAME)) {
            places.remove(Column.WHOLE_NAME);
            ignored.add(headings.get(whole));
            return;
        }
        if (places.containsKey(Column.GIVEN_NAME)
                && Fold.of(headings.get(whole)).equals(NAME)) {
            places.remove(Column.WHOLE_NAME);
            places.put(Column.FAMILY_NAME, whole);
        }
    }

    private static Columns checked(Columns columns) throws ListRefused {
        if (columns.places.isEmpty()) {
            throw new ListRefused(UnreadableList.noKnownHeading());
        }
        if (!columns.has(Column.FAMILY_NAME) && !columns.has(Column.WHOLE_NAME)) {
            throw new ListRefused(UnreadableList.noNameColumn());
        }
        return columns;
    }
}
