package org.einlass.server.registration.imports.list;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einlass.contract.Wording;

/**
 * The days of an event, as a list may name them: {@code 2022-07-04}, {@code 04.07.2022}, {@code 4.7.22} or, within the
 * event's own year, {@code 4.7.}
 *
 * @param last not before {@code first}
 */
public record EventDays(LocalDate first, LocalDate last) {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern GERMAN = Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4}|\\d{2}|)");
    private static final int CENTURY = 100;

    /** The day that {@code text} means; empty where it is none, or none of the event's. */
    Optional<LocalDate> find(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher german = GERMAN.matcher(text);
        return german.matches() ? day(german.group(3), german.group(2), german.group(1)) : Optional.empty();
    }

    private Optional<LocalDate> day(String year, String month, String dayOfMonth) {
        try {
            LocalDate day = LocalDate.of(year(year), Integer.parseInt(month), Integer.parseInt(dayOfMonth));
            return Optional.of(day).filter(this::contains);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private int year(String text) {
        if (text.isEmpty()) {
            return first.getYear();
        }
        int year = Integer.parseInt(text);
        return year < CENTURY ? first.getYear() / CENTURY * CENTURY + year : year;
    }

    private boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The days to offer to somebody who wrote another one. */
    Wording offered() {
        return first.equals(last)
                ? Wording.same(first.toString())
                : new Wording(first + " bis " + last, first + " to " + last);
    }
}
