package org.einlass.server.registration.imports.list;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.imports.question.ImportQuestion;
import org.einlass.server.registration.imports.status.StatusColumn;
import org.einlass.server.registration.imports.status.StatusHeading;
import org.einlass.server.registration.imports.text.TextKey;
import org.einlass.server.registration.imports.text.Whitespace;

/** Which column of the file tells what; where several tell the same, the first one that is filled counts. */
final class ListColumns {
    private static final int LONGEST_HEADING = 60;
    private static final Set<String> NAMES = Set.of("name", "nom", "naam");

    private final List<String> headings;
    private final Map<KnownHeading, List<Integer>> places;
    private final List<StatusColumn> statusColumns;
    private final List<Integer> ignored;

    private ListColumns(
            List<String> headings,
            Map<KnownHeading, List<Integer>> places,
            List<StatusColumn> statusColumns,
            List<Integer> ignored) {
        this.headings = headings;
        this.places = places;
        this.statusColumns = statusColumns;
        this.ignored = ignored;
    }

    /** @throws ListRefused where the row holds no headings that a list could do with */
    static ListColumns of(CsvRow csvRow, ImportAnswers answers) throws ListRefused {
        List<String> headings = headings(csvRow);
        Map<KnownHeading, List<Integer>> places = new EnumMap<>(KnownHeading.class);
        List<StatusColumn> statusColumns = new ArrayList<>();
        List<Integer> ignored = new ArrayList<>();
        for (int place = 0; place < headings.size(); place++) {
            int here = place;
            HeadingMeaning meaning = mapped(headings.get(place), answers);
            meaning.known()
                    .ifPresentOrElse(
                            column -> places.computeIfAbsent(column, none -> new ArrayList<>())
                                    .add(here),
                            () -> {
                                if (meaning.status() == StatusHeading.NONE) {
                                    ignored.add(here);
                                } else {
                                    statusColumns.add(new StatusColumn(here, headings.get(here), meaning.status()));
                                }
                            });
        }
        settleName(headings, places, ignored);
        return checked(new ListColumns(headings, places, statusColumns, ignored));
    }

    /** As the organiser said by {@code map.heading:column}, or as the heading reads. */
    private static HeadingMeaning mapped(String heading, ImportAnswers answers) {
        return answers.to("map." + ImportQuestion.slug(heading))
                .flatMap(HeadingMeaning::chosen)
                .orElseGet(() -> HeadingMeaning.of(heading));
    }

    /** How much the row looks like headings: what it names, and above all whether it names people. */
    static int known(CsvRow csvRow) {
        int known = 0;
        boolean named = false;
        for (String heading : headings(csvRow)) {
            HeadingMeaning meaning = HeadingMeaning.of(heading);
            known += meaning.isKnown() ? 1 : 0;
            named |= meaning.known()
                    .filter(column -> column == KnownHeading.FAMILY_NAME || column == KnownHeading.WHOLE_NAME)
                    .isPresent();
        }
        return named ? known + LONGEST_HEADING : known;
    }

    /** What the file speaks of, the columns about who may come apart. */
    Set<KnownHeading> present() {
        return places.isEmpty() ? Set.of() : EnumSet.copyOf(places.keySet());
    }

    boolean has(KnownHeading known) {
        return places.containsKey(known);
    }

    /** Where that column stands, from 0; several where several tell the same. */
    List<Integer> places(KnownHeading known) {
        return places.getOrDefault(known, List.of());
    }

    /** The columns that say who may come. */
    List<StatusColumn> statusColumns() {
        return statusColumns;
    }

    /** The column's heading as in the file, or ours where the file has none. */
    String heading(KnownHeading known) {
        List<Integer> own = places(known);
        return own.isEmpty() ? known.words().german() : headings.get(own.get(0));
    }

    /** Where columns stand that nobody reads, from 0. */
    List<Integer> ignoredPlaces() {
        return ignored;
    }

    /** The heading at that place, or which column it is where it has none. */
    String shownHeading(int place) {
        String heading = headings.get(place);
        return heading.isEmpty() ? "Spalte " + (place + 1) : heading;
    }

    int count() {
        return headings.size();
    }

    List<String> ignored() {
        return ignored.stream()
                .map(headings::get)
                .filter(heading -> !heading.isEmpty())
                .toList();
    }

    /** Each heading that is read, and what it is read as. */
    Map<String, Wording> mapping() {
        Map<String, Wording> mapping = new LinkedHashMap<>();
        places.forEach((column, own) -> own.forEach(place -> mapping.put(headings.get(place), column.words())));
        statusColumns.forEach(column -> mapping.put(column.heading(), KnownHeading.STATUS.words()));
        return mapping;
    }

    /** The same for every file that the same export made. */
    static String fingerprint(CsvRow csvRow) {
        return fingerprint(headings(csvRow));
    }

    private static String fingerprint(List<String> headings) {
        return RowKey.digest(headings.stream().map(TextKey::of).collect(Collectors.joining("\0")));
    }

    /** Names the columns of which only the first filled one counts. */
    List<Wording> doubled() {
        return places.entrySet().stream()
                .filter(one -> one.getKey() != KnownHeading.QUESTION)
                .map(Map.Entry::getValue)
                .filter(own -> own.size() > 1)
                .map(own -> own.stream()
                        .map(place -> "„" + headings.get(place) + "“")
                        .collect(Collectors.joining(", ")))
                .map(names -> new Wording(
                        "Die Spalten " + names + " bedeuten dasselbe; je Zeile zählt die erste gefüllte.",
                        "The columns " + names + " mean the same; in each row the first filled one counts."))
                .toList();
    }

    private static List<String> headings(CsvRow csvRow) {
        return csvRow.fields().stream().map(ListColumns::shown).toList();
    }

    private static String shown(String heading) {
        String text = Whitespace.single(heading.replace("\uFEFF", ""));
        int length = Math.min(text.codePointCount(0, text.length()), LONGEST_HEADING);
        return text.substring(0, text.offsetByCodePoints(0, length));
    }

    /**
     * "Name" beside "Vorname" means the family name, and "Person" beside both may be a number; a whole name beside a
     * family name tells nothing new.
     */
    private static void settleName(
            List<String> headings, Map<KnownHeading, List<Integer>> places, List<Integer> ignored) {
        List<Integer> whole = places.get(KnownHeading.WHOLE_NAME);
        if (whole == null) {
            return;
        }
        if (places.containsKey(KnownHeading.FAMILY_NAME)) {
            places.remove(KnownHeading.WHOLE_NAME);
            ignored.addAll(whole);
            return;
        }
        List<Integer> named = whole.stream()
                .filter(place -> NAMES.contains(TextKey.of(headings.get(place))))
                .toList();
        if (places.containsKey(KnownHeading.GIVEN_NAME) && !named.isEmpty()) {
            places.remove(KnownHeading.WHOLE_NAME);
            places.put(KnownHeading.FAMILY_NAME, named);
            whole.stream().filter(place -> !named.contains(place)).forEach(ignored::add);
        }
    }

    private static ListColumns checked(ListColumns listColumns) throws ListRefused {
        if (listColumns.places.isEmpty()) {
            throw new ListRefused(UnreadableList.noKnownHeading());
        }
        if (!listColumns.has(KnownHeading.FAMILY_NAME) && !listColumns.has(KnownHeading.WHOLE_NAME)) {
            throw new ListRefused(UnreadableList.noNameColumn());
        }
        return listColumns;
    }
}
