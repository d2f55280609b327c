package org.einlass.contract.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The days of an event: local dates that begin at the day start, so that a party after midnight is the same
 * day.
 */
public record EventCalendar(ZoneId zone, LocalTime dayStart) {

    /** The event's day at {@code at}. */
    public LocalDate dayOf(Instant at) {
        var local = at.atZone(zone);
        return local.toLocalTime().isBefore(dayStart) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
    }

    /** The moment {@code at} with its day. */
    public ScanTime moment(Instant at, boolean sure) {
        return new ScanTime(at, sure, dayOf(at));
    }

    /** When a day of the event begins. */
    public Instant startOf(LocalDate day) {
        return day.atTime(dayStart).atZone(zone).toInstant();
    }

    /** From when on an earlier passage counts for a scan at {@code at}. */
    public Instant countsSince(ReuseRule reuseRule, Instant at) {
        return switch (reuseRule) {
            case ONCE_A_DAY -> startOf(dayOf(at));
            case FREE, ONCE, AGAIN_AFTER_EXIT, REENTRY_WINDOW -> Instant.EPOCH;
        };
    }
}
