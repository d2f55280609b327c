package org.einlass.server.registration.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.einlass.server.registration.imports.list.KnownHeading;

/**
 * Lays a list's row over what is registered: a column that the list does not have leaves its field as it is,
 * and so does an old list a standing that only a person at the console can have given.
 */
final class RowMerge {
    private final Set<KnownHeading> known;

    RowMerge(Set<KnownHeading> known) {
        this.known = Set.copyOf(known);
    }

    /** Whether the list has that column. */
    boolean speaksOf(KnownHeading heading) {
        return known.contains(heading);
    }

    /** Where the row only holds a place, whoever was named since stays so. */
    RegistrationFields over(RegistrationFields old, ImportRow listed) {
        RegistrationFields row = listed.particulars();
        return new RegistrationFields(
                status(old, row),
                attendee(old.attendee(), row.attendee(), listed.person().unnamed()),
                choose(KnownHeading.CATEGORY, old.category(), row.category()),
                known.contains(KnownHeading.SECTOR) ? row.sector() : old.sector(),
                choose(KnownHeading.FEDERAL_STATE, old.federalState(), row.federalState()),
                choose(KnownHeading.PROGRAMMES, old.programmes(), row.programmes()),
                choose(KnownHeading.DAYS, old.days(), row.days()),
                choose(KnownHeading.BOOKINGS, old.bookings(), row.bookings()),
                details(old.details(), row.details(), listed.refusesAccessNeeds()));
    }

    /**
     * Access needs and the consent to them come together: with one of the two columns only, a list can take them away in
     * words, and nothing else. An answer that stands stays until a list answers anew.
     */
    private RegistrationDetails details(RegistrationDetails old, RegistrationDetails row, boolean refused) {
        boolean both = known.contains(KnownHeading.ACCESS_NEEDS) && known.contains(KnownHeading.ACCESS_CONSENT);
        RegistrationDetails standing = refused ? RegistrationDetails.NONE : old;
        RegistrationDetails needs = both ? row : standing;
        Map<String, String> answers = new HashMap<>(old.answers());
        answers.putAll(row.answers());
        return new RegistrationDetails(
                choose(KnownHeading.DELEGATION, old.delegation(), row.delegation()),
                row.accreditation() == null ? old.accreditation() : row.accreditation(),
                needs.accessNeeds(),
                needs.accessConsent(),
                choose(KnownHeading.STAFF_HINT, old.staffHint(), row.staffHint()),
                answers,
                row.phone().isEmpty() ? old.phone() : row.phone());
    }

    private RegistrationStatus status(RegistrationFields old, RegistrationFields row) {
        return old.status() == RegistrationStatus.REPRESENTED
                ? old.status()
                : choose(KnownHeading.STATUS, old.status(), row.status());
    }

    private Attendee attendee(Attendee old, Attendee row, boolean unnamed) {
        if (unnamed) {
            return old;
        }
        return new Attendee(
                name(KnownHeading.SALUTATION, old.salutation(), row.salutation()),
                name(KnownHeading.TITLE, old.title(), row.title()),
                name(KnownHeading.GIVEN_NAME, old.givenName(), row.givenName()),
                name(KnownHeading.PARTICLE, old.particle(), row.particle()),
                row.familyName(),
                name(KnownHeading.FUNCTION, old.function(), row.function()),
                choose(KnownHeading.ORGANISATION, old.organisation(), row.organisation()),
                choose(KnownHeading.DEPARTMENT, old.department(), row.department()),
                choose(KnownHeading.BADGE_NAME, old.badgeName(), row.badgeName()),
                choose(KnownHeading.PRONUNCIATION, old.pronunciation(), row.pronunciation()),
                row.photographs().isEmpty() ? old.photographs() : row.photographs());
    }

    /** A column of whole names speaks of each part of them. */
    private String name(KnownHeading heading, String old, String row) {
        return known.contains(KnownHeading.WHOLE_NAME) && !row.isEmpty() ? row : choose(heading, old, row);
    }

    private <T> T choose(KnownHeading heading, T old, T row) {
        return known.contains(heading) ? row : old;
    }
}
