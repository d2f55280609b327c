package org.einlass.reports.ticket;

import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The event as a ticket tells it.
 *
 * @param id unique and for ever the same, for calendars
 * @param start in the event's zone
 * @param end after the start, in the event's zone
 * @param venue name of the house
 * @param address street and town
 * @param directions how to get there by train, tram, car
 * @param hotline telephone number for participants
 * @param access what people with disabilities find: steps, lifts, hearing loops, who helps
 */
public record TicketEvent(
        String id,
        String title,
        ZonedDateTime start,
        ZonedDateTime end,
        String venue,
        String address,
        String directions,
        String hotline,
        String access) {

    public TicketEvent {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("An event ends after it starts; this one ends at " + end + ".");
        }
    }

    ZoneId zone() {
        return start.getZone();
    }
}
