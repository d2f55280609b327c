package org.einlass.kiosk.sync;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** For how long a busy server asks to be left alone ({@code Retry-After}, RFC 9110): seconds, or a date. */
final class RetryAfter {
    /** Nobody between us and the server may silence a device for longer than that. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /**
     * From zero to {@link #LONGEST}; zero where nothing was said, or nothing that can be understood.
     *
     * @param now the device's time; a date is held against the sender's own {@code Date} where it names one,
     *     since the clocks of devices are wrong
     */
    static Duration of(HttpHeaders headers, Instant now) {
        return headers.firstValue("Retry-After")
                .flatMap(text -> read(text.strip(), headers, now))
                .map(RetryAfter::bounded)
                .orElse(Duration.ZERO);
    }

    private static Optional<Duration> read(String text, HttpHeaders headers, Instant now) {
        if (text.matches("[0-9]+")) {
            return Optional.of(text.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(text)));
        }
        Instant sent = headers.firstValue("Date").flatMap(RetryAfter::date).orElse(now);
        return date(text).map(until -> Duration.between(sent, until));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wanted) {
        if (wanted.isNegative()) {
            return Duration.ZERO;
        }
        return wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
    }
}
