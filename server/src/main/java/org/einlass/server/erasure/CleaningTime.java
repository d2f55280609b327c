package org.einlass.server.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.einlass.contract.admission.Phase;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventSummary;
import org.einlass.server.event.EventTable;
import org.jdbi.v3.core.Handle;

/**
 * When a database may write its tables anew. PostgreSQL locks each of them meanwhile, so that doors would wait; it does so
 * at night, or while no event of the server is on. A file of SQLite is cleaned at once.
 */
final class CleaningTime {
    private static final int NIGHT_BEGINS = 2;
    private static final int NIGHT_ENDS = 5;

    private final Store store;

    CleaningTime(Store store) {
        this.store = store;
    }

    /** Whether nobody waits at a door for the tables. */
    boolean is(Instant now) {
        return store.isFile()
                || store.read(handle -> EventTable.all(handle).stream().noneMatch(event -> isOn(handle, event, now)));
    }

    private static boolean isOn(Handle handle, EventSummary event, Instant now) {
        if (event.phase() != Phase.LIVE) {
            return false;
        }
        ZonedDateTime there = EventTable.document(handle, event.id())
                .map(EventDocument::zone)
                .map(now::atZone)
                .orElseThrow();
        return isOneOfItsDays(event, there.toLocalDate())
                && (there.getHour() < NIGHT_BEGINS || there.getHour() >= NIGHT_ENDS);
    }

    /** An event of an earlier version may have no days; it is on at any. */
    private static boolean isOneOfItsDays(EventSummary event, LocalDate day) {
        LocalDate first = event.firstDay();
        return first == null
                || (!day.isBefore(first) && !day.isAfter(event.lastDay().plusDays(1)));
    }
}
