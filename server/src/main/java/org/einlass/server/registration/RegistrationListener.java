package org.einlass.server.registration;

import java.util.Collection;
import java.util.Map;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.Transaction;

/** Hears of changes to registrations, in the transaction that makes them: once for all of them. */
public interface RegistrationListener {
    /** Nobody listens. */
    RegistrationListener NONE = new RegistrationListener() {
        @Override
        public void codesLeadElsewhere(Transaction transaction, EventId event, Map<LookupId, RegistrationId> codes) {}

        @Override
        public void registrationsChanged(
                Transaction transaction, EventId event, Collection<RegistrationId> registrations) {}

        @Override
        public void registrationsChangedByHand(
                Transaction transaction, EventId event, Collection<RegistrationId> registrations) {}
    };

    /**
     * Codes were added, or lead to other registrations than before: scans made with them before concern
     * these.
     */
    void codesLeadElsewhere(Transaction transaction, EventId event, Map<LookupId, RegistrationId> codes);

    /**
     * What names a registration itself, and not a code, concerns another one than before: a line from paper by name.
     *
     * @param named the registration that was merged, or stands for itself again
     */
    default void namesLeadElsewhere(
            Transaction transaction, EventId event, RegistrationId named, RegistrationId from, RegistrationId to) {}

    /**
     * A list changed registrations. Where it repeats what it said before, it takes nothing back that a desk put
     * right.
     */
    void registrationsChanged(Transaction transaction, EventId event, Collection<RegistrationId> registrations);

    /**
     * Somebody who saw registrations as they stand changed them. What they wrote counts, whatever desks wrote
     * before, even where it is what a list once said.
     */
    void registrationsChangedByHand(Transaction transaction, EventId event, Collection<RegistrationId> registrations);
}
