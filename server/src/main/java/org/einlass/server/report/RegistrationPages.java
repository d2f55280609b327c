package org.einlass.server.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Store;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationTable;

/** All registrations of an event, read page by page. */
public final class RegistrationPages {
    private static final int PAGE = 500;

    private RegistrationPages() {}

    /** All of an event, in the order of names ({@link GermanNameOrder}), equal names by id. */
    public static List<Registration> byName(Store store, EventId event) {
        List<Registration> all = new ArrayList<>();
        List<Registration> page;
        String after = "";
        do {
            String last = after;
            page = store.read(handle -> RegistrationTable.page(handle, event, last, null, PAGE));
            all.addAll(page);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id().toString();
        } while (page.size() == PAGE);
        all.sort(Comparator.comparing((Registration one) -> one.particulars().attendee(), GermanNameOrder.PEOPLE)
                .thenComparing(one -> one.id().toString()));
        return all;
    }
}
