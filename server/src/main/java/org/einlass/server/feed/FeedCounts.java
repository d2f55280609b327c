package org.einlass.server.feed;

import java.util.List;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/** How many rows each event has, beside what its feed says of them: for the check of a copy of the database. */
public final class FeedCounts {
    private FeedCounts() {}

    /**
     * The rows of one event.
     *
     * @param number the event's counter: the number of the last change
     * @param newest the largest number in the feed; 0 for none
     * @param registrations how many registrations there are
     * @param unfollowed how many of these the feed does not name
     */
    public record FeedCount(EventId event, long number, long newest, long registrations, long unfollowed) {

        /**
         * Whether a copy with these counts can be one of a database that had {@code earlier} before: nothing is newer than
         * the counter, no change that was committed then is missing, and no registration that the feed does not know has
         * come; and where nothing has changed since, all counts are the same.
         */
        public boolean follows(FeedCount earlier) {
            return newest <= number
                    && number >= earlier.number
                    && unfollowed <= earlier.unfollowed
                    && (number > earlier.number || registrations == earlier.registrations);
        }
    }

    /** Of every event, read from one snapshot. */
    public static List<FeedCount> of(Handle handle) {
        return handle.createQuery("""
                        select e.id, c.number,
                            (select coalesce(max(f.number), 0) from feed f where f.event = e.id) newest,
                            (select count(*) from registrations r where r.event = e.id) registrations,
                            (select count(*) from registrations r where r.event = e.id and not exists
                                (select 1 from feed f where f.event = r.event
                                    and f.kind in ('registration', 'passage') and f.key = r.id)) unfollowed
                        from events e join feed_counters c on c.event = e.id order by e.id
                        """)
                .map((row, context) -> new FeedCount(
                        new EventId(row.getString("id")),
                        row.getLong("number"),
                        row.getLong("newest"),
                        row.getLong("registrations"),
                        row.getLong("unfollowed")))
                .list();
    }
}
