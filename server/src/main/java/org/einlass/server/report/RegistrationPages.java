package org.einlass.server.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.Store;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationQueries;

/** All registrations of an event, read page by page. */
public final class RegistrationPages {
    private static final int PAGE = 500;

    private RegistrationPages() {}

    /** A registration with what its name is sorted by. */
    private record Named(GermanNameOrder.Key key, Registration registration) {
        static Named of(Registration one) {
            return new Named(GermanNameOrder.Key.of(one.particulars().attendee()), one);
        }
    }

    /** All of an event, in the order of names ({@link GermanNameOrder}), equal names by id. */
    public static List<Registration> byName(Store store, EventId event) {
        List<Named> all = new ArrayList<>();
        List<RegistrationId> page;
        String after = "";
        do {
            String last = after;
            page = store.read(handle -> RegistrationQueries.idsAfter(handle, event, last, PAGE));
            List<RegistrationId> ids = page;
            store.read(handle -> RegistrationQueries.findAll(handle, event, ids)).values().stream()
                    .map(Named::of)
                    .forEach(all::add);
            after = page.isEmpty() ? after : page.get(page.size() - 1).toString();
        } while (page.size() == PAGE);
        all.sort(Comparator.comparing(Named::key)
                .thenComparing(one -> one.registration().id().toString()));
        return all.stream().map(Named::registration).toList();
    }
}
