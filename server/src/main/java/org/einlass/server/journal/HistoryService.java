package org.einlass.server.journal;

import java.util.Comparator;
import java.util.List;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.Store;
import org.einlass.server.registration.RegistrationErasures;

/** Tells what happened to a registration. Any thread may call it. */
public final class HistoryService {
    private static final int AS_ANYBODY_READS = 100;

    private final Store store;

    public HistoryService(Store store) {
        this.store = store;
    }

    /** The facts about a registration and those merged into it, the newest first, at most a hundred. */
    public List<HistoryEntry> of(EventId event, RegistrationId registration) {
        return store.read(handle -> RegistrationErasures.together(handle, event, registration).stream()
                .flatMap(one -> FactTable.history(handle, event, one.toString(), AS_ANYBODY_READS).stream())
                .sorted(Comparator.comparing(HistoryEntry::at).reversed())
                .limit(AS_ANYBODY_READS)
                .toList());
    }
}
