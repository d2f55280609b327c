package org.einlass.server.database;

import java.util.ArrayList;
import java.util.List;
import org.einlass.contract.id.EventId;
import org.jdbi.v3.core.Handle;

/** What a writing works with, on the writer's thread only and until it returns. */
public final class Transaction {
    private final Handle handle;
    private final List<Change> changes = new ArrayList<>();

    Transaction(Handle handle) {
        this.handle = handle;
    }

    /** For statements. Neither begin, commit nor savepoints are the writing's business. */
    public Handle handle() {
        return handle;
    }

    /** Tells the readers of the event's feed, as soon as this is committed, to fetch {@code key} again. */
    public void changed(EventId event, String kind, String key, long version) {
        changes.add(new Change(event, kind, key, version));
    }

    List<Change> changes() {
        return changes;
    }
}
