package org.einlass.server.registration.imports;

import java.util.Set;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.imports.list.ListColumn;

/**
 * Lays a list's row over what is registered: a column that the list does not have leaves its field as it is,
 * and so does an old list a standing that only a person at the console can have given.
 */
final class RowMerge {
    private final Set<ListColumn> known;

    RowMerge(Set<ListColumn> known) {
        this.known = Set.copyOf(known);
    }

    /** @param unnamed whether the row only holds a place: whoever was named since stays so */
    RegistrationFields over(RegistrationFields old, RegistrationFields row, boolean unnamed) {
        return new RegistrationFields(
                status(old, row),
                attendee(old.attendee(), row.attendee(), unnamed),
                choose(ListColumn.CATEGORY, old.category(), row.category()),
                known.contains(ListColumn.SECTOR) ? row.sector() : old.sector(),
                choose(ListColumn.FEDERAL_STATE, old.federalState(), row.federalState()),
                choose(ListColumn.PROGRAMMES, old.programmes(), row.programmes()),
                choose(ListColumn.DAYS, old.days(), row.days()),
                choose(ListColumn.BOOKINGS, old.bookings(), row.bookings()));
    }

    private RegistrationStatus status(RegistrationFields old, RegistrationFields row) {
        return old.status() == RegistrationStatus.REPRESENTED
                ? old.status()
                : choose(ListColumn.STATUS, old.status(), row.status());
    }

    private Attendee attendee(Attendee old, Attendee row, boolean unnamed) {
        if (unnamed) {
            return old;
        }
        return new Attendee(
                name(ListColumn.SALUTATION, old.salutation(), row.salutation()),
                name(ListColumn.TITLE, old.title(), row.title()),
                name(ListColumn.GIVEN_NAME, old.givenName(), row.givenName()),
                name(ListColumn.PARTICLE, old.particle(), row.particle()),
                row.familyName(),
                choose(ListColumn.FUNCTION, old.function(), row.function()),
                choose(ListColumn.ORGANISATION, old.organisation(), row.organisation()),
                choose(ListColumn.DEPARTMENT, old.department(), row.department()),
                choose(ListColumn.BADGE_NAME, old.badgeName(), row.badgeName()),
                choose(ListColumn.PRONUNCIATION, old.pronunciation(), row.pronunciation()));
    }

    /** A column of whole names speaks of each part of them. */
    private String name(ListColumn listColumn, String old, String row) {
        return known.contains(ListColumn.WHOLE_NAME) && !row.isEmpty() ? row : choose(listColumn, old, row);
    }

    private <T> T choose(ListColumn listColumn, T old, T row) {
        return known.contains(listColumn) ? row : old;
    }
}
