package org.einlass.server.scan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.DirectSql;
import org.einlass.server.presence.Badges;
import org.einlass.server.presence.Badges.BadgeDraft;
import org.einlass.server.presence.Badges.BadgeRow;
import org.einlass.server.registration.Entitlements;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Whoever bears a code, found with their right and with what their badge is made of in one look, since that
 * is what nearly every scan asks for.
 */
final class CodeHolders {
    private static final String COLUMNS =
            "select c.lookup, b.id, coalesce(c.revoked_at, c.replaced_at), c.counted_up, " + Entitlements.COLUMNS;

    private static final String FROM = """
             from asked cross join codes c left join registrations r on r.event = c.event and r.id = c.registration
                left join registrations b on b.event = r.event and b.id = coalesce(r.merged_into, r.id)
            where c.event = ? and c.lookup = asked.lookup
            """;

    private static final String ASKED = "with asked (lookup) as (values <rows>) ";
    private static final String WITHOUT_FACE = ASKED + COLUMNS + FROM;
    private static final String WITH_FACE = ASKED + COLUMNS + ", " + Badges.COLUMNS + FROM;
    private static final int FIRST_OF_RIGHT = 5;
    private static final int FIRST_OF_FACE = FIRST_OF_RIGHT + Entitlements.WIDTH;

    /**
     * The bearer of a code that the server knows.
     *
     * @param registration where the code leads now, for a merged twin to the one that remained; absent for a
     *     spare badge
     * @param countedUp whether its list shows that it can be guessed, however long it is
     * @param right absent with the registration
     * @param face absent where it was not asked for, or there is no badge to print
     */
    record CodeHolder(
            @Nullable RegistrationId registration,
            boolean revoked,
            boolean countedUp,
            @Nullable Entitlement right,
            @Nullable BadgeRow face) {

        Optional<BadgeDraft> badge() {
            return registration == null || right == null || face == null
                    ? Optional.empty()
                    : Optional.of(
                            new BadgeDraft(registration, right.category(), right.programmes(), right.bookings(), face));
        }
    }

    /**
     * The bearers of those codes that the server knows, by the code's look-up id.
     *
     * @param withFaces whether any of them may get a badge
     */
    Map<String, CodeHolder> find(Handle handle, EventId event, Collection<LookupId> lookups, boolean withFaces) {
        Map<String, CodeHolder> bearers = new HashMap<>();
        List<Object[]> rows =
                lookups.stream().map(lookup -> new Object[] {lookup.hex()}).toList();
        DirectSql.all(
                handle,
                withFaces ? WITH_FACE : WITHOUT_FACE,
                row -> bearers.put(row.getString(1), bearer(row, withFaces)),
                rows,
                event.text());
        return bearers;
    }

    private static CodeHolder bearer(ResultSet row, boolean withFace) throws SQLException {
        String id = row.getString(2);
        boolean revoked = row.getObject(3) != null;
        boolean countedUp = row.getBoolean(4);
        return id == null
                ? new CodeHolder(null, revoked, countedUp, null, null)
                : new CodeHolder(
                        RegistrationId.of(id),
                        revoked,
                        countedUp,
                        Entitlements.right(row, FIRST_OF_RIGHT),
                        withFace ? Badges.face(row, FIRST_OF_FACE) : null);
    }
}
