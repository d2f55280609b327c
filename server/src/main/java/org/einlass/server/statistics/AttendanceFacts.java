package org.einlass.server.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.id.EventId;
import org.einlass.reports.statistics.Attendance;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.jdbi.v3.core.Handle;

/** Everything that an event's attendance is counted from, of one moment. */
public record AttendanceFacts(
        EventDocument event,
        List<CountedRegistration> registrations,
        List<CountedFact> facts,
        List<CountedConflict> conflicts) {

    /** Reads it. @throws UnknownEventOrDoor where there is no such event */
    public static AttendanceFacts of(Handle handle, EventId event) {
        EventDocument document = EventTable.document(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
        return new AttendanceFacts(
                document,
                AttendanceQueries.guests(handle, event),
                AttendanceQueries.facts(handle, event),
                AttendanceQueries.conflicts(handle, event));
    }

    /**
     * Counts it.
     *
     * @param now when this is counted
     */
    public Attendance counted(Locale locale, Instant now) {
        return AttendanceCount.of(event, registrations, facts, conflicts, locale, now);
    }
}
