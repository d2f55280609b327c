package org.einlass.kiosk.guest;

import java.util.ArrayList;
import java.util.List;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.AttendeeField;

/** Given and family name as they stand on a guest's badge, or are to stand there. */
public record GuestName(String given, String family) {

    /** The names of an attendee. */
    public static GuestName of(Attendee attendee) {
        return new GuestName(attendee.givenName(), attendee.familyName());
    }

    /** What makes the other name of this one; nothing where both are the same. */
    List<FieldCorrection> correctedTo(GuestName now) {
        List<FieldCorrection> corrections = new ArrayList<>();
        if (!now.given.equals(given)) {
            corrections.add(new FieldCorrection(AttendeeField.GIVEN_NAME, given, now.given));
        }
        if (!now.family.equals(family)) {
            corrections.add(new FieldCorrection(AttendeeField.FAMILY_NAME, family, now.family));
        }
        return corrections;
    }

    /** The attendee by this name. */
    Attendee on(Attendee attendee) {
        return AttendeeField.attendee(field -> switch (field) {
            case GIVEN_NAME -> given;
            case FAMILY_NAME -> family;
            default -> field.in(attendee);
        });
    }

    /** Without blanks at the ends. */
    public GuestName stripped() {
        return new GuestName(given.strip(), family.strip());
    }

    /** Without the name. */
    @Override
    public String toString() {
        return "name of a guest";
    }
}
