package org.einlass.server.admission;

import java.time.LocalDate;
import java.util.HashSet;
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
            select 'status', status || ' ' || category from registrations where event = :event and id = :id
            union all
            select 'programme', programme from registration_programmes where event = :event and registration = :id
            union all
            select 'day', day from registration_days where event = :event and registration = :id
            union all
            select 'booking', session from bookings where event = :event and registration = :id
            """;

    /** The right of a registration, or empty where there is no such registration. */
    public Optional<Entitlement> find(Handle handle, EventId event, RegistrationId registration) {
        Collected collected = new Collected();
        handle.createQuery(ALL)
                .bind("event", event.text())
                .bind("id", registration.toString())
                .map((row, context) -> collected.take(row.getString(1), row.getString(2)))
                .list();
        return collected.entitlement();
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
