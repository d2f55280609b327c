package org.einlass.server.journal;

import java.util.List;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.Store;

/** Tells what happened to a registration. Any thread may call it. */
public final class HistoryService {
    private static final int AS_ANYBODY_READS = 100;

    private final Store store;

    public HistoryService(Store store) {
        this.store = store;
    }

    /** The facts about a registration, the newest first, at most a hundred. */
    public List<HistoryEntry> of(EventId event, RegistrationId registration) {
        return store.read(handle -> FactTable.history(handle, event, registration.toString(), AS_ANYBODY_READS));
    }
}
