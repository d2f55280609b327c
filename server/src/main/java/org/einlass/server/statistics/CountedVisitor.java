package org.einlass.server.statistics;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registration beside when its person came, looked up once for all tables.
 *
 * @param days the first arrival of each day; empty for somebody who never came
 * @param first the first arrival of all; absent for somebody who never came
 */
record CountedVisitor(
        CountedRegistration registration,
        Map<LocalDate, Arrival> days,
        @Nullable Arrival first) {

    static CountedVisitor of(CountedRegistration registration, VisitorDays arrivals) {
        Map<LocalDate, Arrival> days = arrivals.of(registration.id());
        return new CountedVisitor(registration, days, days.isEmpty() ? null : Collections.min(days.values()));
    }

    boolean hasArrived() {
        return first != null;
    }

    boolean hasArrived(LocalDate day) {
        return days.containsKey(day);
    }

    /** For a day is registered whose registration names it, or no day; or who came then anyway. */
    boolean isRegistered(LocalDate day) {
        return isExpected(day) || hasArrived(day);
    }

    /** Whether the registration names this day, or none. */
    boolean isExpected(LocalDate day) {
        return registration.days().isEmpty() || registration.days().contains(day);
    }
}
