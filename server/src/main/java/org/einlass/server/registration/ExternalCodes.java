package org.einlass.server.registration;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.grade.CodeGrade;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.DirectSql;
import org.einlass.server.database.ServerKey;
import org.einlass.server.device.EventSecrets;
import org.jdbi.v3.core.Handle;

/** Whose the codes of other ticket systems are. */
public final class ExternalCodes {
    private ExternalCodes() {}

    /**
     * What devices know a code of another system by.
     *
     * @param lookup what the server knows it by
     * @param countedUp whether it is guessable in spite of its length
     */
    static LookupId onDevices(
            ServerKey serverKey, EventId event, LookupId lookup, ExternalCode code, boolean countedUp) {
        return countedUp || CodeGrade.of(code) == CodeGrade.GUESSABLE
                ? EventSecrets.secret(serverKey, event).lookupId(code)
                : lookup;
    }

    /** The registrations that codes lead to already. */
    public static Map<LookupId, RegistrationId> owners(Handle handle, EventId event, Collection<LookupId> lookups) {
        Map<LookupId, RegistrationId> owners = new HashMap<>();
        DirectSql.listedTexts(
                handle,
                """
                with lookups (lookup) as (select asked.value ->> 0 from <list>)
                select c.lookup, c.registration from lookups l cross join codes c
                where c.event = ? and c.lookup = l.lookup and c.registration is not null
                """,
                row -> owners.put(new LookupId(row.getString(1)), RegistrationId.of(row.getString(2))),
                lookups.stream().map(LookupId::hex).toList(),
                event.text());
        return owners;
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

    /** The code leads nowhere any more, unless it leads to somebody else by now. */
    static void remove(Handle handle, EventId event, RegistrationId from, String lookup) {
        handle.createUpdate("""
                        delete from codes
                        where event = :event and lookup = :lookup and kind = 'EXTERNAL' and registration = :from
                        """)
                .bind("event", event.text())
                .bind("lookup", lookup)
                .bind("from", from.toString())
                .execute();
    }
}
