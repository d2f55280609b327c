package org.einlass.server.registration.imports.list;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.server.registration.imports.text.TextKey;
import org.jspecify.annotations.Nullable;

/**
 * The days of an event, as a list may name them: {@code 2022-07-04}, {@code 04.07.2022}, {@code 4.7.22},
 * {@code 4. Juli}, {@code 4.-5.7.}, a spreadsheet's day number, a day of the week, {@code Tag 1} or {@code
 * beide Tage}.
 *
 * @param last not before {@code first}
 */
public record EventDays(LocalDate first, LocalDate last) {
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ][\\d:.+Z-]*)?");
    private static final Pattern BASIC_ISO = Pattern.compile("(20\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern GERMAN = Pattern.compile(
            "(\\d{1,2})[./-] ?(\\d{1,2})(?:[./-] ?(\\d{4}|\\d{2}|)|)(?: +\\d{1,2}:\\d{2}(?::\\d{2})?)?");
    private static final Pattern NAMED = Pattern.compile("(\\d{1,2})\\.? ?(\\p{L}{3,9})\\.? ?(\\d{4}|\\d{2}|)");
    private static final Pattern ENGLISH =
            Pattern.compile("(\\p{L}{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?");
    private static final Pattern SPAN = Pattern.compile("(.+?)\\s*(?:-|–|bis|to|/|und|and|&|\\+)\\s*(.+)");
    private static final Pattern SHORT_START = Pattern.compile("(\\d{1,2})\\.?");
    private static final Pattern WEEKDAY_BEFORE = Pattern.compile("^(\\p{L}{2,10})\\.?,? +(?=\\d)");
    private static final Pattern NUMBERED =
            Pattern.compile("(?:tag|day|kongresstag)(\\d)|(\\d)(?:st|nd|rd)?(?:tag|day|kongresstag)");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:[.,]0+)?");
    private static final LocalDate SERIAL_START = LocalDate.of(1899, 12, 30);
    private static final Set<String> ALL = Stream.of(
                    "alle", "alle Tage", "beide", "beide Tage", "both", "both days", "all", "all days", "jeder Tag")
            .map(TextKey::of)
            .collect(Collectors.toUnmodifiableSet());
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan", "januar", "january", "janner"),
            List.of("feb", "februar", "february"),
            List.of("mar", "mrz", "marz", "maerz", "march"),
            List.of("apr", "april"),
            List.of("mai", "may"),
            List.of("jun", "juni", "june"),
            List.of("jul", "juli", "july"),
            List.of("aug", "august"),
            List.of("sep", "sept", "september"),
            List.of("okt", "oct", "oktober", "october"),
            List.of("nov", "november"),
            List.of("dez", "dec", "dezember", "december"));
    private static final List<List<String>> WEEKDAYS = List.of(
            List.of("mo", "mon", "montag", "monday"),
            List.of("di", "tu", "tue", "dienstag", "tuesday"),
            List.of("mi", "we", "wed", "mittwoch", "wednesday"),
            List.of("do", "th", "thu", "donnerstag", "thursday"),
            List.of("fr", "fri", "freitag", "friday"),
            List.of("sa", "sat", "samstag", "sonnabend", "saturday"),
            List.of("so", "su", "sun", "sonntag", "sunday"));
    private static final int CENTURY = 100;

    /** The days that {@code text} means, at least one; empty where it means none of the event's. */
    Optional<Set<LocalDate>> findAll(String text) {
        Optional<LocalDate> one = find(text);
        if (one.isPresent()) {
            return one.map(Set::of);
        }
        if (ALL.contains(TextKey.of(text))) {
            return Optional.of(between(first, last));
        }
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            return Optional.empty();
        }
        return find(span.group(2))
                .flatMap(end -> start(span.group(1), end)
                        .filter(start -> !start.isAfter(end))
                        .map(start -> between(start, end)));
    }

    /** The day that {@code text} means; empty where it is none, or none of the event's. */
    Optional<LocalDate> find(String text) {
        String plain = withoutWeekday(text.strip());
        Matcher iso = ISO.matcher(plain);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher basic = BASIC_ISO.matcher(plain);
        if (basic.matches()) {
            return day(basic.group(1), basic.group(2), basic.group(3));
        }
        Matcher german = GERMAN.matcher(plain);
        if (german.matches()) {
            return numbers(german.group(1), german.group(2), german.group(3), plain.indexOf('/') >= 0);
        }
        if (SERIAL.matcher(plain).matches()) {
            return Optional.of(SERIAL_START.plusDays(Long.parseLong(plain.substring(0, 5))))
                    .filter(this::contains);
        }
        return named(plain).or(() -> ofWeekday(plain)).or(() -> numbered(plain));
    }

    /** American exports put the month first; within the event's days only one reading fits. */
    private Optional<LocalDate> numbers(String one, String other, @Nullable String year, boolean slashes) {
        Optional<LocalDate> german = day(year, other, one);
        return german.isPresent() || !slashes ? german : day(year, one, other);
    }

    private Optional<LocalDate> named(String text) {
        Matcher german = NAMED.matcher(text);
        if (german.matches()) {
            return month(german.group(2)).flatMap(month -> day(german.group(3), month, german.group(1)));
        }
        Matcher english = ENGLISH.matcher(text);
        return english.matches()
                ? month(english.group(1)).flatMap(month -> day(english.group(3), month, english.group(2)))
                : Optional.empty();
    }

    private static Optional<String> month(String name) {
        int month = placeOf(MONTHS, name);
        return month == 0 ? Optional.empty() : Optional.of(Integer.toString(month));
    }

    /** A day of the week, where the event has only one such day. */
    private Optional<LocalDate> ofWeekday(String text) {
        int weekday = placeOf(WEEKDAYS, text);
        if (weekday == 0) {
            return Optional.empty();
        }
        List<LocalDate> days = between(first, last).stream()
                .filter(day -> day.getDayOfWeek() == DayOfWeek.of(weekday))
                .toList();
        return days.size() == 1 ? Optional.of(days.get(0)) : Optional.empty();
    }

    private Optional<LocalDate> numbered(String text) {
        Matcher numbered = NUMBERED.matcher(TextKey.of(text));
        if (!numbered.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(numbered.group(1) == null ? numbered.group(2) : numbered.group(1));
        return number == 0
                ? Optional.empty()
                : Optional.of(first.plusDays(number - 1L)).filter(this::contains);
    }

    /** The first day of "28.-29.11.", whose month stands behind the second. */
    private Optional<LocalDate> start(String text, LocalDate end) {
        Matcher bare = SHORT_START.matcher(withoutWeekday(text.strip()));
        return bare.matches()
                ? day(Integer.toString(end.getYear()), Integer.toString(end.getMonthValue()), bare.group(1))
                : find(text);
    }

    /** "Sa, 28.11." without the "Sa"; "Tag 1" and "Nov 28" as they are. */
    private static String withoutWeekday(String text) {
        Matcher before = WEEKDAY_BEFORE.matcher(text);
        boolean skipped = before.find() && (placeOf(WEEKDAYS, before.group(1)) > 0 || isOnly(before.group(1)));
        return skipped ? text.substring(before.end()) : text;
    }

    private static boolean isOnly(String word) {
        return word.equalsIgnoreCase("nur") || word.equalsIgnoreCase("only") || word.equalsIgnoreCase("am");
    }

    private static int placeOf(List<List<String>> names, String name) {
        String key = TextKey.of(name);
        for (int at = 0; at < names.size(); at++) {
            if (names.get(at).contains(key)) {
                return at + 1;
            }
        }
        return 0;
    }

    private Optional<LocalDate> day(@Nullable String year, String month, String dayOfMonth) {
        try {
            LocalDate day = LocalDate.of(year(year), Integer.parseInt(month), Integer.parseInt(dayOfMonth));
            return Optional.of(day).filter(this::contains);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private int year(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return first.getYear();
        }
        int year = Integer.parseInt(text);
        return year < CENTURY ? first.getYear() / CENTURY * CENTURY + year : year;
    }

    private boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private static Set<LocalDate> between(LocalDate start, LocalDate end) {
        return start.datesUntil(end.plusDays(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The days to offer to somebody who wrote another one. */
    Wording offered() {
        return first.equals(last)
                ? Wording.same(first.toString())
                : new Wording(first + " bis " + last, first + " to " + last);
    }

    /** How a day may be written, shown by the event's own first one. */
    Wording example() {
        String dotted = "%02d.%02d.%d".formatted(first.getDayOfMonth(), first.getMonthValue(), first.getYear());
        return new Wording(first + " oder " + dotted, first + " or " + dotted);
    }
}
