package org.einlass.server.erasure;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.rejection.Rejected;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Sets the day on which all people of an event are erased, and erases them then. A day that has come is waited out once
 * more, so that a wrong clock erases nobody before somebody could notice.
 */
public final class RetentionService {
    private static final System.Logger LOG = System.getLogger(RetentionService.class.getName());
    private static final Duration CLOCK_SLACK = Duration.ofHours(1);

    private final Store store;
    private final ErasureService erasures;
    private final Clock clock;

    public RetentionService(Store store, ErasureService erasures, Clock clock) {
        this.store = store;
        this.erasures = erasures;
        this.clock = clock;
    }

    /** The day that is set. @throws UnknownEventOrDoor where there is no such event */
    public Optional<LocalDate> day(EventId event) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return RetentionDateTable.find(handle, event);
        });
    }

    /** Whether the event was moved or prolonged, so that the day that is set erases nobody. */
    public boolean isOvertaken(EventId event) {
        return store.read(handle -> RetentionDateTable.row(handle, event)
                .filter(row -> !row.isBehind(document(handle, event)))
                .isPresent());
    }

    /**
     * Sets the day, or takes it away.
     *
     * @param day after the event's last day; absent for none
     * @throws Rejected where the day is not behind the event's last one
     */
    public void set(EventId event, @Nullable LocalDate day) {
        AuditTrail trail = AuditTrail.of(AuditAction.RETENTION_SET, event.text());
        store.writeAlone(WriteKey.of(event), transaction -> {
                    Handle handle = transaction.handle();
                    EventDocument document = document(handle, event);
                    if (day == null) {
                        RetentionDateTable.remove(handle, event);
                    } else {
                        check(document, day);
                        RetentionDateTable.put(handle, event, day);
                    }
                    trail.add(transaction, day == null ? "none" : day.toString(), clock.instant());
                    return event;
                })
                .toCompletableFuture()
                .join();
    }

    private static EventDocument document(Handle handle, EventId event) {
        return EventTable.document(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    private static void check(EventDocument document, LocalDate day) {
        if (!day.isAfter(document.end())) {
            throw Rejected.badValue(
                    new Wording(
                            "Der Löschtermin liegt nicht hinter dem letzten Tag der Veranstaltung.",
                            "The day of erasure is not behind the event's last day."),
                    new Wording(
                            "Bitte einen Tag nach dem " + document.end() + " nennen.",
                            "Name a day after " + document.end() + "."),
                    "eraseOn");
        }
    }

    /** Erases whatever has been due for a day. One event that cannot be erased keeps no other from it. */
    public void eraseDue() {
        for (RetentionDateTable.Row row : store.read(RetentionDateTable::all)) {
            try {
                eraseWhereDue(row);
            } catch (RuntimeException later) {
                LOG.log(
                        Level.WARNING,
                        "The event {0}, of which the day of erasure has come, could not be erased; this is tried again"
                                + " within an hour: {1}",
                        row.event().text(),
                        later.getMessage());
            }
        }
    }

    private void eraseWhereDue(RetentionDateTable.Row row) {
        EventDocument document = store.read(handle -> document(handle, row.event()));
        if (!row.isBehind(document)) {
            LOG.log(
                    Level.WARNING,
                    "The day of erasure of the event {0} is not behind its last day any more, so nobody is erased. Set"
                            + " another day on the page of erasures.",
                    row.event().text());
        }
        if (isDue(row, document)) {
            LOG.log(
                    Level.INFO,
                    "The day of erasure of the event {0} has come.",
                    row.event().text());
            erasures.event(row.event(), ErasureReason.RETENTION);
        }
    }

    private boolean isDue(RetentionDateTable.Row row, EventDocument document) {
        Instant now = clock.instant();
        boolean come = row.hasCome(document, now);
        Instant seen = row.dueSeenAt();
        if (come && seen != null && !now.isBefore(seen.minus(CLOCK_SLACK))) {
            return row.isDue(document, now);
        }
        if (come || seen != null) {
            note(row.event(), come ? now : null);
        }
        return false;
    }

    private void note(EventId event, @Nullable Instant seen) {
        store.write(WriteKey.of(event), transaction -> {
                    RetentionDateTable.seeDue(transaction.handle(), event, seen);
                    return event;
                })
                .toCompletableFuture()
                .join();
    }
}
