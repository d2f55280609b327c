package org.einlass.reports.statistics;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One day's curve and that of an earlier event beside it, both over the same quarters of an hour.
 *
 * @param title of the earlier event; empty where nothing is compared
 * @param earlier absent where nothing is compared
 */
public record ComparedDay(
        DayArrivals day, String title, @Nullable DayArrivals earlier) {

    static ComparedDay alone(DayArrivals day) {
        return new ComparedDay(day, "", null);
    }

    static ComparedDay of(DayArrivals day, String title, DayArrivals earlier, ZoneId zone) {
        return new ComparedDay(spanning(day, earlier, zone), title, spanning(earlier, day, zone));
    }

    private static DayArrivals spanning(DayArrivals day, DayArrivals other, ZoneId zone) {
        List<QuarterHour> quarters = other.quarters();
        return quarters.isEmpty()
                ? day
                : day.spanning(
                        quarters.get(0).start().toInstant(),
                        quarters.get(quarters.size() - 1).start().toInstant(),
                        zone);
    }

    /** The arrivals of the earlier event in the hour that stands at a place of the day's hours. */
    public Optional<Long> earlierHour(int place) {
        return Optional.ofNullable(earlier)
                .map(other -> other.hours().get(place).total());
    }

    /** What both curves say. */
    public String sentence(Locale language) {
        return earlier == null
                ? day.sentence(language)
                : day.sentence(language)
                        + new Wording(" Linie: ", " Line: ").in(language)
                        + title
                        + ", "
                        + earlier.sentence(language);
    }

    /** The largest quarter of both curves. */
    public long most() {
        long own = day.peak().map(QuarterHour::arrivals).orElse(0L);
        return Optional.ofNullable(earlier)
                .flatMap(DayArrivals::peak)
                .map(peak -> Math.max(own, peak.arrivals()))
                .orElse(own);
    }
}
