package org.einlass.server.feed;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.server.database.Store;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;

/**
 * What changed in an event, in order of commits. A page names kinds and keys only, each key once, at its
 * newest change; the reader fetches the current state of each, and finds a tombstone where it is gone.
 */
public final class Feed {
    private final Store store;

    public Feed(Store store) {
        this.store = store;
    }

    /** A key whose state changed. */
    public record Changed(long number, String kind, String key, long version) {}

    /**
     * A stretch of the feed.
     *
     * @param next where to read on
     * @param more whether there is more to read at once
     */
    public record Page(List<Changed> changes, RosterCursor next, boolean more) {

        public Page {
            changes = List.copyOf(changes);
        }
    }

    /** The end of the feed as it is now; empty where there is no such event. */
    public Optional<RosterCursor> end(EventId event) {
        return store.read(handle -> end(handle, event));
    }

    public static Optional<RosterCursor> end(Handle handle, EventId event) {
        return handle.createQuery("""
                select e.incarnation, c.number from events e join feed_counters c on c.event = e.id where e.id = :event
                """)
                .bind("event", event.text())
                .map((row, context) -> new RosterCursor(UUID.fromString(row.getString(1)), row.getLong(2)))
                .findOne();
    }

    /**
     * The changes after {@code cursor}.
     *
     * @param most the most changes of a page, at least 1
     * @throws Rejected {@link RejectionReason#UNKNOWN_INCARNATION} where the cursor is of another
     *     incarnation, or further than the feed has ever been
     */
    public Page after(EventId event, RosterCursor cursor, int most) {
        return store.read(handle -> {
            RosterCursor end = end(handle, event).orElseThrow(Feed::unknown);
            if (!end.incarnation().equals(cursor.incarnation()) || cursor.number() > end.number()) {
                throw unknown();
            }
            List<Changed> changes = changes(handle, event, cursor.number(), most);
            boolean more = changes.size() == most && changes.get(most - 1).number() < end.number();
            long next = more ? changes.get(most - 1).number() : end.number();
            return new Page(changes, new RosterCursor(end.incarnation(), next), more);
        });
    }

    private static Rejected unknown() {
        return Rejected.because(RejectionReason.UNKNOWN_INCARNATION);
    }

    private static List<Changed> changes(Handle handle, EventId event, long after, int most) {
        return handle.createQuery("""
                select number, kind, key, version from feed
                where event = :event and number > :after order by number limit :most
                """)
                .bind("event", event.text())
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> new Changed(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }
}
