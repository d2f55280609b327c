package org.einlass.server.health;

import java.util.OptionalDouble;
import org.einlass.contract.Wording;

/**
 * One subject at one moment.
 *
 * @param value in the unit that the metric's name says; absent where there is nothing to measure
 * @param sentence what is so
 * @param remedy what to do about it; empty where nothing is to be done
 */
public record HealthReading(
        HealthSubject subject, HealthLevel level, OptionalDouble value, Wording sentence, Wording remedy) {
    private static final Wording NOTHING = Wording.same("");

    static HealthReading good(HealthSubject subject, OptionalDouble value, Wording sentence) {
        return new HealthReading(subject, HealthLevel.GOOD, value, sentence, NOTHING);
    }

    static HealthReading of(HealthSubject subject, HealthLevel level, double value, Wording sentence, Wording remedy) {
        return new HealthReading(subject, level, OptionalDouble.of(value), sentence, remedy);
    }
}
