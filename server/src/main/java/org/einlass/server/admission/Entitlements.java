package org.einlass.server.admission;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.RegistrationStatus;
import org.jdbi.v3.core.Handle;

/** What registrations give a right to. */
public final class Entitlements {
    private static final String ALL = """
            select id, 'status', status || ' ' || category from registrations where event = :event and id <these>
            union all
            select registration, 'programme', programme from registration_programmes
            where event = :event and registration <these>
            union all
            select registration, 'day', day from registration_days where event = :event and registration <these>
            union all
            select registration, 'booking', session from bookings where event = :event and registration <these>
            """;

    /** The right of a registration, or empty where there is no such registration. */
    Optional<Entitlement> find(Handle handle, EventId event, RegistrationId registration) {
        return Optional.ofNullable(within(handle, event, Span.of(registration)).get(registration));
    }

    /** The rights of some registrations. */
    public Map<RegistrationId, Entitlement> within(Handle handle, EventId event, Span span) {
        Map<String, Collected> collected = new HashMap<>();
        span.fill(handle.createQuery(ALL))
                .bind("event", event.text())
                .map((row, context) -> collected
                        .computeIfAbsent(row.getString(1), id -> new Collected())
                        .take(row.getString(2), row.getString(3)))
                .list();
        Map<RegistrationId, Entitlement> entitlements = new HashMap<>();
        collected.forEach(
                (id, all) -> all.entitlement().ifPresent(right -> entitlements.put(RegistrationId.of(id), right)));
        return entitlements;
    }

    private static final class Collected {
        private String status = "";
        private final Set<ProgrammeId> programmes = new HashSet<>();
        private final Set<LocalDate> days = new HashSet<>();
        private final Set<SessionId> bookings = new HashSet<>();

        private boolean take(String what, String value) {
            return switch (what) {
                case "programme" -> programmes.add(new ProgrammeId(value));
                case "day" -> days.add(LocalDate.parse(value));
                case "booking" -> bookings.add(new SessionId(value));
                default -> {
                    status = value;
                    yield true;
                }
            };
        }

        private Optional<Entitlement> entitlement() {
            if (status.isEmpty()) {
                return Optional.empty();
            }
            int blank = status.indexOf(' ');
            return Optional.of(new Entitlement(
                    RegistrationStatus.valueOf(status.substring(0, blank)),
                    new CategoryId(status.substring(blank + 1)),
                    programmes,
                    days,
                    bookings));
        }
    }
}
