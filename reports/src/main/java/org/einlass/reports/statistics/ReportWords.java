package org.einlass.reports.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.Wording;

/** Figures, days and times as Germans write them, 1.234 and 56,7 %, or as English readers do. */
final class ReportWords {
    private static final Wording CLOCK = new Wording("H.mm", "HH:mm");
    private static final Wording DAY = new Wording("d. MMMM uuuu", "d MMMM uuuu");
    private static final Wording SHORT_DAY = new Wording("d.M.", "d MMM");
    private static final Wording WEEKDAY = new Wording("EEEE, d. MMMM uuuu", "EEEE, d MMMM uuuu");
    private static final Wording STATE = new Wording("d. MMMM uuuu, H.mm 'Uhr'", "d MMMM uuuu, HH:mm");

    private ReportWords() {}

    /** A count with marks between thousands and a true minus. */
    static String count(long number, Locale language) {
        String digits = String.format(numbers(language), "%,d", Math.abs(number));
        return number < 0 ? "\u2212" + digits : digits;
    }

    /** A share as a percentage with one decimal, a German one with a no-break space. */
    static String percent(double share, Locale language) {
        return decimal(share, language) + new Wording("\u00A0%", "%").in(language);
    }

    /** A share times hundred with one decimal. */
    static String decimal(double share, Locale language) {
        return String.format(numbers(language), "%.1f", share * 100);
    }

    /** An hour and minute, 9.15 or 09:15. */
    static String clock(OffsetDateTime time, Locale language) {
        return format(CLOCK, language).format(time);
    }

    static String day(LocalDate day, Locale language) {
        return format(DAY, language).format(day);
    }

    /** Day and month. */
    static String shortDay(LocalDate day, Locale language) {
        return format(SHORT_DAY, language).format(day);
    }

    static String weekday(LocalDate day, Locale language) {
        return format(WEEKDAY, language).format(day);
    }

    /** Days that follow each other as a range, others one by one. */
    static String days(List<LocalDate> days, Locale language) {
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        if (days.size() == 1) {
            return day(first, language);
        }
        return day(first, language) + new Wording(" bis ", " to ").in(language) + day(last, language);
    }

    /** A moment with the zone whose clock it is. */
    static String state(Instant at, ZoneId zone, Locale language) {
        return format(STATE, language).format(at.atZone(zone)) + " (" + zone.getId() + ")";
    }

    private static DateTimeFormatter format(Wording pattern, Locale language) {
        return DateTimeFormatter.ofPattern(pattern.in(language), numbers(language));
    }

    private static Locale numbers(Locale language) {
        return Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? Locale.UK : Locale.GERMANY;
    }
}
