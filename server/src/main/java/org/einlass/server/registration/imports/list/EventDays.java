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
    private static final Pattern NAMED =
            Pattern.compile("(\\d{1,2})(?:\\.|st|nd|rd|th)? ?(\\p{L}{3,9})\\.? ?(\\d{4}|\\d{2}|)");
    private static final Pattern ENGLISH =
            Pattern.compile("(\\p{L}{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?");
    private static final Pattern UNTIL = Pattern.compile("\\s*(?:-|–|—|\\bbis(?: zum)?\\b|\\bto\\b|\\buntil\\b)\\s*");
    private static final Pattern LISTING = Pattern.compile("\\s*(?:/|,|;|\\bund\\b|\\band\\b|\\bu\\.|&|\\+)\\s*");
    private static final Pattern ISO_SPAN = Pattern.compile("\\d{4}-\\d{2}-\\d{2}/\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern BRACKET = Pattern.compile("(.+?)\\s*[(\\[]([^()\\[\\]]+)[)\\]]");
    private static final Pattern NUMBER_OF_DAY =
            Pattern.compile("(?:^|\\s)(tage?|days?|kongresstage?)\\s+(?=\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AROUND_BEFORE = Pattern.compile(
            "^(?:nur|only|am|an|vom|von|from|den|der|die|dem|on|at|tagesticket|tageskarte|day ticket|ticket|teilnahme)\\b:?\\s*(?=.{2})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AROUND_BEHIND = Pattern.compile(
            "(?:,?\\s+(?:ab |um )?\\d{1,2}(?:[:.]\\d{2})?(?:\\s*[-–]\\s*\\d{1,2}(?:[:.]\\d{2})?)?\\s*(?:Uhr|h)"
                    + "|,?\\s+\\d{1,2}:\\d{2}(?:\\s*[-–]\\s*\\d{1,2}:\\d{2})?"
                    + "|,?\\s*\\(?(?:nur )?(?:ganztägig|ganztags|vormittags?|nachmittags?|abends?|all day|morning|afternoon|only|uhr)\\)?"
                    + "|-?ticket|-?karte|sticket)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern WHOLE_TICKET =
            Pattern.compile("(zwei|drei|vier|funf|[2-9])(?:tages?|days?)(?:ticket|karte|pass|teilnahme|pass)?");
    private static final List<String> NUMBERS = List.of("zwei", "drei", "vier", "funf");
    private static final Pattern SHORT_END = Pattern.compile("(\\d{1,2})(?:\\.|st|nd|rd|th)?(?:,? \\d{4})?");
    private static final Pattern SHORT_START = Pattern.compile("(\\d{1,2})\\.?");
    private static final Pattern WEEKDAY_BEFORE = Pattern.compile("^(\\p{L}{2,10})\\.?,? +(?=\\d)");
    private static final Pattern NUMBERED =
            Pattern.compile("(?:tage?|days?|kongresstage?)(\\d)|(\\d)(?:st|nd|rd|te[rn]?)?(?:tag|day|kongresstag)");
    private static final List<List<String>> ORDINALS = List.of(
            List.of("erstertag", "dererstetag", "erstentag", "erstetag", "firstday", "dayone", "tageins"),
            List.of("zweitertag", "derzweitetag", "zweitentag", "zweitetag", "secondday", "daytwo", "tagzwei"),
            List.of("drittertag", "derdrittetag", "drittentag", "drittetag", "thirdday", "daythree", "tagdrei"));
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:[.,]0+)?");
    private static final LocalDate SERIAL_START = LocalDate.of(1899, 12, 30);
    private static final Set<String> ALL = Stream.of(
                    "alle",
                    "alle Tage",
                    "beide",
                    "beide Tage",
                    "both",
                    "both days",
                    "all",
                    "all days",
                    "jeder Tag",
                    "an beiden Tagen",
                    "beiden Tagen",
                    "an allen Tagen",
                    "allen Tagen",
                    "alle Kongresstage",
                    "every day",
                    "gesamter Kongress",
                    "gesamte Veranstaltung",
                    "gesamte Tagung",
                    "ganze Veranstaltung",
                    "ganzer Kongress",
                    "full event",
                    "full conference",
                    "entire event",
                    "whole event")
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
        Optional<Set<LocalDate>> days = plainly(text.strip());
        String plain = withoutWordsAround(text);
        if (days.isEmpty() && !plain.equals(text.strip())) {
            days = plainly(plain);
        }
        Matcher bracket = BRACKET.matcher(plain);
        return days.isPresent() || !bracket.matches()
                ? days
                : plainly(bracket.group(1).strip())
                        .or(() -> plainly(bracket.group(2).strip()));
    }

    private Optional<Set<LocalDate>> plainly(String text) {
        return find(text)
                .map(Set::of)
                .or(() -> ALL.contains(TextKey.of(text)) ? Optional.of(between(first, last)) : Optional.empty())
                .or(() -> allOfTicket(text))
                .or(() -> span(text))
                .or(() -> listed(text));
    }

    /** "2-Tages-Ticket" of an event of two days. */
    private Optional<Set<LocalDate>> allOfTicket(String text) {
        Matcher ticket = WHOLE_TICKET.matcher(TextKey.of(text));
        if (!ticket.matches()) {
            return Optional.empty();
        }
        int days = NUMBERS.indexOf(ticket.group(1)) + 2;
        int told = days > 1 ? days : Integer.parseInt("0" + ticket.group(1).replaceAll("\\D", ""));
        Set<LocalDate> all = between(first, last);
        return all.size() == told ? Optional.of(all) : Optional.empty();
    }

    /** "28.-29.11.", "2026-11-28 - 2026-11-29": wherever one of the dashes parts two days. */
    private Optional<Set<LocalDate>> span(String text) {
        Matcher dash = UNTIL.matcher(text);
        while (dash.find()) {
            String before = text.substring(0, dash.start()).strip();
            String behind = text.substring(dash.end()).strip();
            Optional<LocalDate> end = find(behind).or(() -> sameMonth(behind, before));
            Optional<LocalDate> start = end.flatMap(one -> start(before, one));
            if (start.isPresent() && !start.get().isAfter(end.get())) {
                return Optional.of(between(start.get(), end.get()));
            }
        }
        return Optional.empty();
    }

    /** "Fr + So" names two days and none between them; "28. und 29. November" has one month for both. */
    private Optional<Set<LocalDate>> listed(String text) {
        List<String> parts = ISO_SPAN.matcher(text).matches()
                ? List.of(text.replaceFirst("/", " - "))
                : LISTING.splitAsStream(text)
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
        if (parts.size() == 1 && parts.get(0).equals(text)) {
            return Optional.empty();
        }
        String around = NUMBER_OF_DAY.matcher(text).find()
                ? NUMBER_OF_DAY.matcher(text).replaceAll("$1 ").strip()
                : "";
        Set<LocalDate> days = new TreeSet<>();
        for (String part : parts) {
            Optional<Set<LocalDate>> found = find(part)
                    .or(() -> start(part, find(parts.get(parts.size() - 1))))
                    .or(() -> sameMonth(part, parts.get(0)))
                    .or(() -> around.isEmpty() ? Optional.empty() : numbered("Tag " + part))
                    .or(() -> onlyDay(part, parts.size() > 1))
                    .map(Set::of)
                    .or(() -> span(part));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            days.addAll(found.get());
        }
        return days.isEmpty() ? Optional.empty() : Optional.of(days);
    }

    private Optional<LocalDate> start(String text, Optional<LocalDate> end) {
        return end.flatMap(one -> SHORT_START.matcher(text).matches() ? start(text, one) : Optional.empty());
    }

    /** The "29" of "November 28-29, 2026" and "Nov 28 & 29". */
    private Optional<LocalDate> sameMonth(String text, String before) {
        Matcher bare = SHORT_END.matcher(text);
        return bare.matches()
                ? find(before)
                        .flatMap(one -> day(
                                Integer.toString(one.getYear()), Integer.toString(one.getMonthValue()), bare.group(1)))
                : Optional.empty();
    }

    /** "28." where one day of the event is a 28th; a bare "2" may be a number of days. */
    private Optional<LocalDate> onlyDay(String text, boolean amongOthers) {
        Matcher bare = SHORT_START.matcher(withoutWeekday(text));
        if (!bare.matches() || !(text.endsWith(".") || amongOthers)) {
            return Optional.empty();
        }
        List<LocalDate> days = between(first, last).stream()
                .filter(day -> day.getDayOfMonth() == Integer.parseInt(bare.group(1)))
                .toList();
        return days.size() == 1 ? Optional.of(days.get(0)) : Optional.empty();
    }

    /** "nur am 28.11.", "28.11.2026, 09:00 Uhr", "Tagesticket Samstag". */
    private static String withoutWordsAround(String text) {
        String plain = text.strip();
        String before;
        do {
            before = plain;
            plain = AROUND_BEHIND
                    .matcher(AROUND_BEFORE.matcher(plain).replaceFirst(""))
                    .replaceFirst("")
                    .strip();
        } while (!plain.equals(before));
        return plain;
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
        return named(plain).or(() -> ofWeekday(plain)).or(() -> numbered(plain)).or(() -> onlyDay(plain, false));
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
        String key = TextKey.of(text);
        int ordinal = placeOf(ORDINALS, key);
        if (ordinal > 0) {
            return Optional.of(first.plusDays(ordinal - 1L)).filter(this::contains);
        }
        Matcher numbered = NUMBERED.matcher(key);
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
