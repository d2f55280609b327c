package org.einlass.server.console.numbers;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einlass.reports.statistics.ComparedDay;
import org.einlass.reports.statistics.DayArrivals;

/** One day's arrivals on the page of figures: chart, sentence, and the numbers by hour. */
public record NumbersDay(String day, String sentence, ArrivalColumns chart, List<Hour> hours, String total) {

    /** One line of the numbers; {@code quarters} are four. */
    public record Hour(String label, List<String> quarters, String total) {}

    /** The day in the reader's language; {@code most} is the busiest quarter of all days. */
    public static NumbersDay of(ComparedDay compared, long most, Locale locale) {
        DayArrivals day = compared.day();
        List<DayArrivals.Hour> hours = day.hours();
        return new NumbersDay(
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(locale)
                        .format(day.day()),
                compared.sentence(locale),
                new ArrivalColumns(compared, most),
                Stream.concat(
                                IntStream.range(0, hours.size())
                                        .mapToObj(place ->
                                                hour(day, hours.get(place), compared.earlierHour(place), locale)),
                                estimated(day, locale))
                        .toList(),
                NumbersTable.number(day.total(), locale));
    }

    private static Stream<Hour> estimated(DayArrivals day, Locale locale) {
        String label = DayArrivals.ESTIMATED.in(locale);
        return day.estimated() == 0
                ? Stream.empty()
                : Stream.of(new Hour(label, List.of("", "", "", ""), NumbersTable.number(day.estimated(), locale)));
    }

    private static Hour hour(DayArrivals day, DayArrivals.Hour hour, Optional<Long> earlier, Locale locale) {
        return new Hour(
                day.words(hour, locale),
                hour.quarters().stream()
                        .map(quarter -> quarter == 0 ? "\u2013" : NumbersTable.number(quarter, locale))
                        .toList(),
                NumbersTable.number(hour.total(), locale)
                        + earlier.map(before -> " (" + NumbersTable.number(before, locale) + ")")
                                .orElse(""));
    }
}
