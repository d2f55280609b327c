package org.einlass.server.counter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.einlass.contract.counter.GuestArrival;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.journal.Fact;
import org.einlass.server.journal.FactHistories;
import org.einlass.server.presence.Passages;
import org.jdbi.v3.core.Handle;

/** Tells a desk when somebody came first, and at which device. Any thread may call it. */
public final class ArrivalService {
    private final Store store;
    private final FactHistories histories = new FactHistories();
    private final CounterTable table = new CounterTable();

    public ArrivalService(Store store) {
        this.store = store;
    }

    /**
     * The first passage of a person into the event in its phase of now, of all that devices have reported until now.
     * Who only fetched something, be it a badge the evening before, has not come.
     */
    public GuestArrival find(EventId event, RegistrationId registration) {
        String subject = registration.toString();
        return store.read(handle -> {
            List<Fact> facts =
                    histories.about(handle, event, List.of(subject), Map.of()).of(subject);
            return first(handle, event, facts);
        });
    }

    private GuestArrival first(Handle handle, EventId event, Collection<Fact> facts) {
        String phase = table.phase(handle, event);
        Set<DoorId> leadIn =
                EventTable.document(handle, event).map(EventDocument::entrances).orElse(Set.of());
        List<Fact> ofPhase =
                facts.stream().filter(fact -> fact.phase().name().equals(phase)).toList();
        return Passages.of(ofPhase).passed().stream()
                .filter(passed -> leadIn.contains(passed.door()))
                .findFirst()
                .map(passed -> new GuestArrival(
                        passed.at(), table.device(handle, event, passed.entry()).orElse(null)))
                .orElseGet(() -> new GuestArrival(null, null));
    }
}
