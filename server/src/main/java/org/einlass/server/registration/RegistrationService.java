package org.einlass.server.registration;

import java.util.List;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventTable;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tells organisers who is registered. Any thread may call it. */
public final class RegistrationService {
    private static final int MOST = 500;

    private final Store store;

    public RegistrationService(Store store) {
        this.store = store;
    }

    /**
     * One page in the order of ids.
     *
     * @param after the cursor that the page before named, or an empty text
     * @param key only the registration with this key of the organiser's
     * @param most 1 to {@value #MOST} registrations; anything else is taken as the nearest of them
     */
    public RegistrationPage page(EventId event, String after, @Nullable String key, int most) {
        int size = Math.max(1, Math.min(MOST, most));
        return store.read(handle -> page(handle, event, after, key, size));
    }

    private static RegistrationPage page(Handle handle, EventId event, String after, @Nullable String key, int size) {
        EventTable.checkKnown(handle, event);
        List<Registration> found = RegistrationTable.page(handle, event, after, key, size + 1);
        boolean last = found.size() <= size;
        List<Registration> page = last ? found : found.subList(0, size);
        return new RegistrationPage(page, last ? null : page.get(size - 1).id().toString());
    }
}
