package org.einlass.server.registration.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.SessionId;
import org.einlass.server.event.Seats;
import org.jdbi.v3.core.Handle;

/**
 * Whether the sessions that a list books have seats left, with the seats that rows take which are not written
 * yet.
 */
public final class SeatCheck {
    private final EventId event;
    private final Map<SessionId, Wording> titles;
    private final boolean dryRun;
    private final Map<SessionId, Integer> foreseen = new HashMap<>();

    public SeatCheck(EventId event, Map<SessionId, Wording> titles, boolean dryRun) {
        this.event = event;
        this.titles = titles;
        this.dryRun = dryRun;
    }

    /** Before each portion of rows is written: what was taken before stands in the tables. */
    void begin() {
        if (!dryRun) {
            foreseen.clear();
        }
    }

    /** The title of a session of {@code wanted} that is booked out; where there is none, the seats change. */
    public Optional<Wording> full(Handle handle, Set<SessionId> held, Set<SessionId> wanted) {
        Set<SessionId> more = new TreeSet<>((one, other) -> one.text().compareTo(other.text()));
        wanted.stream().filter(session -> !held.contains(session)).forEach(more::add);
        if (!dryRun) {
            Seats.lock(handle, event, more);
        }
        Optional<SessionId> full =
                more.stream().filter(session -> isFull(handle, session)).findFirst();
        if (full.isEmpty()) {
            more.forEach(session -> foreseen.merge(session, 1, Integer::sum));
            held.stream()
                    .filter(session -> !wanted.contains(session))
                    .forEach(session -> foreseen.merge(session, -1, Integer::sum));
        }
        return full.map(titles::get);
    }

    private boolean isFull(Handle handle, SessionId session) {
        OptionalInt seats = Seats.of(handle, event, session);
        return seats.isPresent()
                && Seats.taken(handle, event, session) + foreseen.getOrDefault(session, 0) >= seats.getAsInt();
    }
}
