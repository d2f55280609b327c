package org.einlass.server.intake;

import java.util.Set;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.server.intake.list.Column;
import org.einlass.server.registration.Particulars;

/**
 * Lays a list's row over what is registered: a column that the list does not have leaves its field as it is, and so does
 * an old list a standing that only a person at the console can have given.
 */
final class Overlay {
    private final Set<Column> known;

    Overlay(Set<Column> known) {
        this.known = Set.copyOf(known);
    }

    Particulars over(Particulars old, Particulars row) {
        return new Particulars(
                status(old, row),
                attendee(old.attendee(), row.attendee()),
                choose(Column.CATEGORY, old.category(), row.category()),
                known.contains(Column.SECTOR) ? row.sector() : old.sector(),
                choose(Column.FEDERAL_STATE, old.federalState(), row.federalState()),
                choose(Column.PROGRAMMES, old.programmes(), row.programmes()),
                choose(Column.DAYS, old.days(), row.days()),
                choose(Column.BOOKINGS, old.bookings(), row.bookings()));
    }

    private RegistrationStatus status(Particulars old, Particulars row) {
        return old.status() == RegistrationStatus.REPRESENTED
                ? old.status()
                : choose(Column.STATUS, old.status(), row.status());
    }

    private Attendee attendee(Attendee old, Attendee row) {
        return new Attendee(
                name(Column.SALUTATION, old.salutation(), row.salutation()),
                name(Column.TITLE, old.title(), row.title()),
                name(Column.GIVEN_NAME, old.givenName(), row.givenName()),
                name(Column.PARTICLE, old.particle(), row.particle()),
                row.familyName(),
                choose(Column.FUNCTION, old.function(), row.function()),
                choose(Column.ORGANISATION, old.organisation(), row.organisation()),
                choose(Column.DEPARTMENT, old.department(), row.department()),
                choose(Column.BADGE_NAME, old.badgeName(), row.badgeName()),
                choose(Column.PRONUNCIATION, old.pronunciation(), row.pronunciation()));
    }

    /** A column of whole names speaks of each part of them. */
    private String name(Column column, String old, String row) {
        return known.contains(Column.WHOLE_NAME) && !row.isEmpty() ? row : choose(column, old, row);
    }

    private <T> T choose(Column column, T old, T row) {
        return known.contains(column) ? row : old;
    }
}
