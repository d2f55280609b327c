package org.einlass.server.console;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.einlass.reports.statistics.DayArrivals;

/** One day's arrivals on the page of figures: chart, sentence, and the numbers by hour. */
public record NumbersDay(String day, String sentence, ArrivalColumns chart, List<Hour> hours, String total) {

    /** One line of the numbers; {@code quarters} are four. */
    public record Hour(String label, List<String> quarters, String total) {}

    static NumbersDay of(DayArrivals day, long most, Locale locale) {
        return new NumbersDay(
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(locale)
                        .format(day.day()),
                day.sentence(locale),
                new ArrivalColumns(day, most),
                day.hours().stream().map(hour -> hour(day, hour, locale)).toList(),
                NumbersTable.number(day.total(), locale));
    }

    private static Hour hour(DayArrivals day, DayArrivals.Hour hour, Locale locale) {
        return new Hour(
                day.words(hour, locale),
                hour.quarters().stream()
                        .map(quarter -> quarter == 0 ? "\u2013" : NumbersTable.number(quarter, locale))
                        .toList(),
                NumbersTable.number(hour.total(), locale));
    }
}
