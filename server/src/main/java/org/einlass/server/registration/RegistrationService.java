package org.einlass.server.registration;

import java.util.List;
import java.util.Map;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tells organisers who is registered. Any thread may call it. */
public final class RegistrationService {
    private static final int MOST = 500;

    private final Store store;
    private final SortedRegistrations sorted = new SortedRegistrations();

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

    /**
     * Finds registrations by words of their names and organisations, however umlauts and capitals are
     * written.
     *
     * @param text every word of it must begin a word of the registration; empty for all
     * @param status only those that stand there; absent for all
     * @param from how many are skipped
     * @param most how many are told
     */
    public RegistrationMatches search(
            EventId event, String text, @Nullable RegistrationStatus status, int from, int most) {
        List<RegistrationMatches.Line> found = store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return sorted.find(handle, event, text, status);
        });
        int begin = Math.min(Math.max(0, from), found.size());
        return new RegistrationMatches(
                found.size(), found.subList(begin, Math.min(found.size(), begin + Math.max(0, most))));
    }

    /** Places whose people are still to be named, by organisation; at most {@code most} of them are told. */
    public RegistrationMatches unnamed(EventId event, int most) {
        List<RegistrationMatches.Line> found = store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return RegistrationTable.unnamed(handle, event);
        });
        return new RegistrationMatches(found.size(), found.subList(0, Math.min(found.size(), most)));
    }

    /** By what lists know a person besides the name and the own key: kind and value. */
    public Map<String, String> contacts(EventId event, RegistrationId id) {
        return store.read(handle -> RegistrationQueries.contacts(handle, event, id));
    }

    /** How many people are registered, whatever their status. */
    public int count(EventId event) {
        return store.read(handle -> RegistrationTable.count(handle, event));
    }

    /** A registration. @throws Rejected where the event has no such registration */
    public Registration find(EventId event, RegistrationId id) {
        return store.read(handle -> RegistrationTable.find(handle, event, id))
                .orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_REGISTRATION));
    }

    /** The codes of a registration as people may see them, the newest first. */
    public List<CodeTable.Line> codes(EventId event, RegistrationId id) {
        return store.read(handle -> CodeTable.lines(handle, event, id));
    }

    private static RegistrationPage page(Handle handle, EventId event, String after, @Nullable String key, int size) {
        EventTable.checkKnown(handle, event);
        List<Registration> found = RegistrationTable.page(handle, event, after, key, size + 1);
        boolean last = found.size() <= size;
        List<Registration> page = last ? found : found.subList(0, size);
        return new RegistrationPage(page, last ? null : page.get(size - 1).id().toString());
    }
}
