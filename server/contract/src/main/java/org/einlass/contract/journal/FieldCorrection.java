package org.einlass.contract.journal;

import org.einlass.contract.registration.AttendeeField;

/**
 * One field of an attendee put right.
 *
 * @param seen what the field held when it was corrected; where it holds something else by now, a person
 *     decides
 * @param now what it is to hold
 */
public record FieldCorrection(AttendeeField field, String seen, String now) {

    /** Without the values. */
    @Override
    public String toString() {
        return "correction of " + field;
    }
}
