package org.einlass.server.registration.imports;

import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.registration.history.ChangeHistoryTable;
import org.jdbi.v3.core.Handle;

/** What imports and the history remember of people who withdraw their consent to the keeping of access needs. */
public final class AccessConsents {
    private AccessConsents() {}

    /** Nothing that is kept of the past, or that an undone import brings back, holds access needs of that person. */
    public static void withdraw(Handle handle, EventId event, RegistrationId id) {
        ImportTable.forgetAccessNeeds(handle, event, id);
        ChangeHistoryTable.forgetAccessNeeds(handle, event, id);
    }
}
