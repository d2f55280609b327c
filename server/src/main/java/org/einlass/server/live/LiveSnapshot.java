package org.einlass.server.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.counter.HelpCall;
import org.einlass.contract.id.EventId;
import org.einlass.reports.statistics.ComparedDay;
import org.einlass.server.counter.OpenCounter;
import org.jspecify.annotations.Nullable;

/**
 * How an event is at one moment. Labels are in one language. No names of attendees.
 *
 * @param at when it was looked at
 * @param registered everybody who counts as a visitor and is registered, or came anyway
 * @param arrived those of them who came
 * @param countedAt when arrivals were counted; in a very large event some seconds before {@code at}
 * @param programmes arrived of registered, by programme
 * @param sectors the same by sector
 * @param doors first arrivals by door
 * @param today the curve of the present day of the event, or of the nearest one
 * @param toClarify how many cases nobody has settled
 * @param missed absent where nobody is missed
 * @param calls calls for help that nobody has ended, those that nobody has acknowledged first
 * @param counters to which kiosks send guests
 * @param rush whether many guests wait, so that kiosks' screens are free for the next one sooner
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LiveSnapshot(
        EventId event,
        Instant at,
        Phase phase,
        long registered,
        long arrived,
        Instant countedAt,
        List<Part> programmes,
        List<Part> sectors,
        List<Part> doors,
        @Nullable ComparedDay today,
        List<LiveRoom> rooms,
        List<LiveDevice> devices,
        int toClarify,
        @Nullable Missed missed,
        List<HelpCall> calls,
        List<OpenCounter> counters,
        boolean rush) {

    /**
     * Speakers who are not here, though a session of theirs begins soon.
     *
     * @param people how many
     * @param session the next of these sessions
     */
    public record Missed(int people, Wording session, Instant startsAt) {}

    /**
     * A part of the visitors.
     *
     * @param registered 0 where nobody registers for it, as for a door
     */
    public record Part(String label, long registered, long arrived) {}

    public LiveSnapshot {
        programmes = List.copyOf(programmes);
        sectors = List.copyOf(sectors);
        doors = List.copyOf(doors);
        rooms = List.copyOf(rooms);
        devices = List.copyOf(devices);
        calls = List.copyOf(calls);
        counters = List.copyOf(counters);
    }
}
