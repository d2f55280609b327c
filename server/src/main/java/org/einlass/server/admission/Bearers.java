package org.einlass.server.admission;

import java.util.Optional;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.Straight;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Whoever bears a code, found with their right in one look, since that is what nearly every scan asks for. */
final class Bearers {
    private static final String BY_CODE = """
            select b.id, coalesce(c.revoked_at, c.replaced_at),
            """ + Entitlements.COLUMNS + """
            from codes c left join registrations r on r.event = c.event and r.id = c.registration
                left join registrations b on b.event = r.event and b.id = coalesce(r.merged_into, r.id)
            where c.event = ? and c.lookup = ?
            """;

    private static final int FIRST_OF_RIGHT = 3;

    /**
     * The bearer of a code that the server knows.
     *
     * @param registration where the code leads now, for a merged twin to the one that remained; absent for a spare badge
     * @param right absent with the registration
     */
    record Bearer(
            @Nullable RegistrationId registration,
            boolean revoked,
            @Nullable Entitlement right) {}

    Optional<Bearer> find(Handle handle, EventId event, LookupId lookup) {
        return Straight.first(
                handle,
                BY_CODE,
                row -> {
                    String id = row.getString(1);
                    boolean revoked = row.getObject(2) != null;
                    return id == null
                            ? new Bearer(null, revoked, null)
                            : new Bearer(RegistrationId.of(id), revoked, Entitlements.right(row, FIRST_OF_RIGHT));
                },
                event.text(),
                lookup.hex());
    }
}
