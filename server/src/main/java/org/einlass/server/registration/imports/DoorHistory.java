package org.einlass.server.registration.imports;

import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.jdbi.v3.core.Handle;

/** Tells whether anything at a door or a desk concerns a registration already. */
public interface DoorHistory {
    boolean isKnown(Handle handle, EventId event, RegistrationId registration);
}
