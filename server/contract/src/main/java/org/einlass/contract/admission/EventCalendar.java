package org.einlass.contract.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The days of an event: local dates that begin at the day start, so that a party after midnight is the same day. */
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
}
