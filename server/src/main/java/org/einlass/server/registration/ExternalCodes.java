package org.einlass.server.registration;

import java.util.Optional;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.jdbi.v3.core.Handle;

/** Whose the codes of other ticket systems are. */
public final class ExternalCodes {
    private ExternalCodes() {}

    /** The registration that a code leads to already. */
    public static Optional<RegistrationId> owner(Handle handle, EventId event, LookupId lookup) {
        return handle.createQuery("""
                        select registration from codes
                        where event = :event and lookup = :lookup and registration is not null
                        """)
                .bind("event", event.text())
                .bind("lookup", lookup.hex())
                .map((row, context) -> RegistrationId.of(row.getString("registration")))
                .findOne();
    }
}
