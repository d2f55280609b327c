package org.einlass.server.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
import org.einlass.server.database.Straight;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What registrations give a right to. */
public final class Entitlements {
    /** Neither ids nor days have a blank in them. */
    private static final String RIGHTS = """
            select r.id, r.status, r.category,
                (select string_agg(p.programme, ' ') from registration_programmes p
                    where p.event = r.event and p.registration = r.id),
                (select string_agg(d.day, ' ') from registration_days d
                    where d.event = r.event and d.registration = r.id),
                (select string_agg(b.session, ' ') from bookings b
                    where b.event = r.event and b.registration = r.id)
            from registrations r
            """;

    private static final String OF_ONE = RIGHTS + "where r.event = ? and r.id = ?";
    private static final String WITHIN = RIGHTS + "where r.event = :event and r.id <these>";

    /** The right of a registration, or empty where there is no such registration. */
    Optional<Entitlement> find(Handle handle, EventId event, RegistrationId registration) {
        return Straight.first(handle, OF_ONE, Entitlements::right, event.text(), registration.toString());
    }

    /** The rights of some registrations. */
    public Map<RegistrationId, Entitlement> within(Handle handle, EventId event, Span span) {
        Map<RegistrationId, Entitlement> entitlements = new HashMap<>();
        span.fill(handle.createQuery(WITHIN))
                .bind("event", event.text())
                .map((row, context) -> entitlements.put(RegistrationId.of(row.getString(1)), right(row)))
                .list();
        return entitlements;
    }

    private static Entitlement right(ResultSet row) throws SQLException {
        return new Entitlement(
                RegistrationStatus.valueOf(row.getString(2)),
                new CategoryId(row.getString(3)),
                all(row.getString(4), ProgrammeId::new),
                all(row.getString(5), LocalDate::parse),
                all(row.getString(6), SessionId::new));
    }

    private static <T> Set<T> all(@Nullable String parts, Function<String, T> type) {
        return parts == null
                ? Set.of()
                : Stream.of(parts.split(" ", -1)).map(type).collect(Collectors.toUnmodifiableSet());
    }
}
