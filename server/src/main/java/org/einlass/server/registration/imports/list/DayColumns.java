package org.einlass.server.registration.imports.list;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.einlass.contract.Wording;
import org.einlass.server.registration.imports.text.TextKey;

/** Columns that name a day of the event each, with a mark where somebody comes on it. */
final class DayColumns {
    private static final Pattern WORDS_AROUND = Pattern.compile(
            "^(?:ich komme|ich besuche|(?:tn|teiln\\.?|teilnehmer(?:in)?)(?!\\p{L})|kommt|zusage|besuch|vor ort|kongresstag|coming|teilnahme|anwesend|anwesenheit|attending|attendance|participation|dabei|nehme teil)?"
                    + "(?: ?(?:am|an|on|f\u00fcr|for))? ?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BARE_NUMBER = Pattern.compile("\\d+");
    private static final Set<String> YES = Set.of(
            "ja", "yes", "y", "j", "x", "true", "wahr", "1", "on", "ok", "zugesagt", "angemeldet", "dabei", "oui");
    private static final Set<String> NO =
            Set.of("", "nein", "no", "n", "false", "falsch", "0", "off", "abgesagt", "nicht", "non", "keine");
    private static final Pattern TICK = Pattern.compile("[\u2713\u2714\u2611\u2705]\\uFE0F?");

    private final Map<Integer, Set<LocalDate>> daysOfPlace = new LinkedHashMap<>();
    private final ListColumns listColumns;

    DayColumns(ListColumns listColumns, EventDays days) {
        this.listColumns = listColumns;
        if (listColumns.has(KnownHeading.DAYS)) {
            return;
        }
        for (int place : listColumns.ignoredPlaces()) {
            String heading =
                    WORDS_AROUND.matcher(listColumns.shownHeading(place)).replaceFirst("");
            if (!BARE_NUMBER.matcher(heading).matches()) {
                days.findAll(heading.strip()).ifPresent(found -> daysOfPlace.put(place, found));
            }
        }
    }

    boolean isEmpty() {
        return daysOfPlace.isEmpty();
    }

    List<String> headings() {
        return daysOfPlace.keySet().stream().map(listColumns::shownHeading).toList();
    }

    /**
     * The days that the row marks; empty after a complaint where it marks none, or a mark is not understood.
     */
    Set<LocalDate> marked(CsvRow csvRow, RowFields rowFields) {
        Set<LocalDate> days = new TreeSet<>();
        for (Map.Entry<Integer, Set<LocalDate>> column : daysOfPlace.entrySet()) {
            Optional<Boolean> mark = mark(RowFields.cleaned(csvRow.field(column.getKey())));
            if (mark.isEmpty()) {
                rowFields.reject(KnownHeading.DAYS, RowError.unknownWord(new Wording("ja, nein, x", "yes, no, x")));
                return Set.of();
            }
            if (mark.get()) {
                days.addAll(column.getValue());
            }
        }
        if (days.isEmpty()) {
            rowFields.reject(KnownHeading.DAYS, RowError.NO_DAY);
        }
        return days;
    }

    private static Optional<Boolean> mark(String text) {
        String key = TextKey.of(text);
        if (YES.contains(key) || TICK.matcher(text).matches()) {
            return Optional.of(true);
        }
        return NO.contains(key) ? Optional.of(false) : Optional.empty();
    }
}
