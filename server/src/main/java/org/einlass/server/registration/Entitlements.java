package org.einlass.server.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.RegistrationStatus;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What registrations give a right to. */
public final class Entitlements {
    /** What a query about registrations {@code b} names so that {@link #programmes} reads it. */
    public static final String PROGRAMMES = """
            (select string_agg(p.programme, ' ') from registration_programmes p
                where p.event = b.event and p.registration = b.id)
            """;

    /** The same for {@link #bookings}. */
    public static final String BOOKINGS = """
            (select string_agg(k.session, ' ') from bookings k
                where k.event = b.event and k.registration = b.id)
            """;

    /** What such a query names so that {@link #right} finds it. No id or day has a blank in it. */
    public static final String COLUMNS = "b.status, b.category, " + PROGRAMMES + """
            ,
                (select string_agg(d.day, ' ') from registration_days d
                    where d.event = b.event and d.registration = b.id),
            """ + BOOKINGS;

    /** How many columns those are. */
    public static final int WIDTH = 5;

    private static final String WITHIN =
            "select b.id, " + COLUMNS + "from registrations b where b.event = :event and b.id <these>";

    /** The rights of some registrations. */
    public Map<RegistrationId, Entitlement> within(Handle handle, EventId event, RegistrationRange registrationRange) {
        Map<RegistrationId, Entitlement> entitlements = new HashMap<>();
        registrationRange
                .fill(handle.createQuery(WITHIN))
                .bind("event", event.text())
                .map((row, context) -> entitlements.put(RegistrationId.of(row.getString(1)), right(row, 2)))
                .list();
        return entitlements;
    }

    /** The right in a row that has {@link #COLUMNS}, the first of them as number {@code first}. */
    public static Entitlement right(ResultSet row, int first) throws SQLException {
        return new Entitlement(
                RegistrationStatus.valueOf(row.getString(first)),
                new CategoryId(row.getString(first + 1)),
                programmes(row.getString(first + 2)),
                all(row.getString(first + 3), LocalDate::parse),
                bookings(row.getString(first + 4)));
    }

    public static Set<SessionId> bookings(@Nullable String ids) {
        return all(ids, SessionId::new);
    }

    public static Set<ProgrammeId> programmes(@Nullable String ids) {
        return all(ids, ProgrammeId::new);
    }

    private static <T> Set<T> all(@Nullable String parts, Function<String, T> type) {
        return parts == null
                ? Set.of()
                : Stream.of(parts.split(" ", -1)).map(type).collect(Collectors.toUnmodifiableSet());
    }
}
