package org.einlass.proof.rules;

import java.time.LocalDate;
import java.util.Set;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.kiosk.gate.Sample;
import org.einlass.server.registration.RegistrationFields;

/** What a registration of the table gives a right to. */
enum Right {
    EVERY_DAY(RegistrationStatus.CONFIRMED),
    TODAY(RegistrationStatus.CONFIRMED),
    LATER_DAY(RegistrationStatus.CONFIRMED),
    PAST_DAY(RegistrationStatus.CONFIRMED),
    BOOKED(RegistrationStatus.CONFIRMED),
    WAITLISTED(RegistrationStatus.WAITLISTED),
    CANCELLED(RegistrationStatus.CANCELLED),
    BLOCKED(RegistrationStatus.BLOCKED),
    REPRESENTED(RegistrationStatus.REPRESENTED);

    private final RegistrationStatus status;

    Right(RegistrationStatus status) {
        this.status = status;
    }

    /** The same right as a device sees it that is unsure of the day. */
    Right withoutTime() {
        return this == TODAY || this == LATER_DAY || this == PAST_DAY ? EVERY_DAY : this;
    }

    RegistrationFields fields() {
        return new RegistrationFields(
                status,
                Attendee.of("Gast", "Muster", ""),
                Sample.GUEST,
                null,
                "",
                Set.of(TableEvent.PROGRAMME),
                days(),
                this == BOOKED ? Set.of(TableEvent.SOON, TableEvent.BEGUN) : Set.of());
    }

    private Set<LocalDate> days() {
        if (this == TODAY) {
            return Set.of(TableEvent.TODAY);
        }
        if (this == LATER_DAY) {
            return Set.of(TableEvent.TODAY.plusDays(1));
        }
        return this == PAST_DAY ? Set.of(TableEvent.TODAY.minusDays(1)) : Set.of();
    }
}
