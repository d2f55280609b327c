package org.einlass.server.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/** What a writing works with, on the writer's thread only and until it returns. */
public final class Transaction {
    private final Handle handle;
    private final Map<Object, Object> together;
    private final List<FeedChange> changes = new ArrayList<>();

    /** @param together what the writings of one commit have read once for all of them */
    Transaction(Handle handle, Map<Object, Object> together) {
        this.handle = handle;
        this.together = together;
    }

    /** For statements. Neither begin, commit nor savepoints are the writing's business. */
    public Handle handle() {
        return handle;
    }

    /**
     * Reads once for all writings that are committed together. Only for what nobody changes but in a
     * {@linkplain Store#writeAlone transaction of its own}.
     *
     * @param key what is read, with its type
     */
    @SuppressWarnings("unchecked")
    public <T> T once(Object key, Supplier<T> reading) {
        return (T) together.computeIfAbsent(key, same -> reading.get());
    }

    /** Tells the readers of the event's feed, as soon as this is committed, to fetch {@code key} again. */
    public void changed(EventId event, String kind, String key, long version) {
        changes.add(new FeedChange(event, kind, key, version));
    }

    /** Begins the feed of a new event, before its first change. */
    public void startFeed(EventId event) {
        FeedNumbers.start(handle, event);
    }

    List<FeedChange> changes() {
        return changes;
    }
}
