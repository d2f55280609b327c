package org.einlass.server.database;

import java.util.Comparator;
import org.einlass.contract.id.EventId;

/**
 * Where a writing's locks lie. A batch is sorted by it, so that two servers on one PostgreSQL take their
 * locks in the same order.
 *
 * @param registration id of the registration, or empty
 * @param scope id of the scope, or empty
 */
public record WriteKey(String event, String registration, String scope) implements Comparable<WriteKey> {
    private static final Comparator<WriteKey> ORDER = Comparator.comparing(WriteKey::event)
            .thenComparing(WriteKey::registration)
            .thenComparing(WriteKey::scope);

    /** A writing that concerns an event as a whole. */
    public static WriteKey of(EventId event) {
        return new WriteKey(event.text(), "", "");
    }

    @Override
    public int compareTo(WriteKey other) {
        return ORDER.compare(this, other);
    }
}
