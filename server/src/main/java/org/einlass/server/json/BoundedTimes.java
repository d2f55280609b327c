package org.einlass.server.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.DurationDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads times from outside that milliseconds in 64 bits can be computed with: points in time of the years
 * 1900 to 2199, durations of up to 300 years either way. A device whose clock is dead stays far within.
 */
public final class BoundedTimes {
    private static final int FIRST_YEAR = 1900;
    private static final int END_YEAR = 2200;
    private static final LocalDate FIRST_DAY = LocalDate.ofYearDay(FIRST_YEAR, 1);
    private static final LocalDate LAST_DAY = LocalDate.ofYearDay(END_YEAR, 1).minusDays(1);
    private static final Instant FIRST = Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z");
    private static final Instant LAST =
            Instant.parse(END_YEAR + "-01-01T00:00:00Z").minusMillis(1);
    private static final Duration LONGEST = Duration.ofDays(365L * (END_YEAR - FIRST_YEAR));
    private static final String YEARS = "A time lies in the years " + FIRST_YEAR + " to " + (END_YEAR - 1) + ".";
    private static final String LENGTH = "A duration is at most " + (END_YEAR - FIRST_YEAR) + " years long.";

    private BoundedTimes() {}

    /** To be registered after the module that reads times without bounds. */
    public static Module module() {
        return new SimpleModule("bounded times")
                .addDeserializer(
                        Instant.class, new Bounded<>(Instant.class, InstantDeserializer.INSTANT, FIRST, LAST, YEARS))
                .addDeserializer(
                        LocalDate.class,
                        new Bounded<>(LocalDate.class, LocalDateDeserializer.INSTANCE, FIRST_DAY, LAST_DAY, YEARS))
                .addDeserializer(
                        Duration.class,
                        new Bounded<>(
                                Duration.class, DurationDeserializer.INSTANCE, LONGEST.negated(), LONGEST, LENGTH));
    }

    private static final class Bounded<T extends Comparable<? super T>> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient JsonDeserializer<T> usual;
        private final transient T least;
        private final transient T most;
        private final String sentence;

        private Bounded(Class<T> type, JsonDeserializer<T> usual, T least, T most, String sentence) {
            super(type);
            this.usual = usual;
            this.least = least;
            this.most = most;
            this.sentence = sentence;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            T value = usual.deserialize(parser, context);
            if (value != null && (value.compareTo(least) < 0 || value.compareTo(most) > 0)) {
                throw new IllegalArgumentException(sentence);
            }
            return value;
        }
    }
}
