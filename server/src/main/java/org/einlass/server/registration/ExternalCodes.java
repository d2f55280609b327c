package org.einlass.server.registration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** The codes that lead to each registration of an event, by look-up id. */
    static Map<RegistrationId, Set<String>> all(Handle handle, EventId event) {
        Map<RegistrationId, Set<String>> codes = new HashMap<>();
        handle.createQuery("""
                        select registration, lookup from codes
                        where event = :event and kind = 'EXTERNAL' and registration is not null
                        """)
                .bind("event", event.text())
                .map((row, context) -> codes.computeIfAbsent(
                                RegistrationId.of(row.getString("registration")), none -> new HashSet<>())
                        .add(row.getString("lookup")))
                .list();
        return codes;
    }

    /** The code leads nowhere any more. */
    static void remove(Handle handle, EventId event, String lookup) {
        handle.createUpdate("delete from codes where event = :event and lookup = :lookup and kind = 'EXTERNAL'")
                .bind("event", event.text())
                .bind("lookup", lookup)
                .execute();
    }
}
