package org.einlass.kiosk.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.AttendeeField;

/** What staff typed into the fields of an attendee, looked at before anything is written. */
final class AttendeeFieldCheck {
    private AttendeeFieldCheck() {}

    /** What is wrong with a whole attendee; an absent field is an empty one. */
    static Optional<DeskRefusal> objection(Map<AttendeeField, String> fields) {
        if (fields.getOrDefault(AttendeeField.FAMILY_NAME, "").isBlank()) {
            return Optional.of(DeskRefusal.NO_FAMILY_NAME);
        }
        return fields.values().stream().anyMatch(AttendeeFieldCheck::isTooLong)
                ? Optional.of(DeskRefusal.TOO_LONG)
                : Optional.empty();
    }

    /** What is wrong with corrections. */
    static Optional<DeskRefusal> objection(List<FieldCorrection> corrections) {
        if (corrections.stream().allMatch(AttendeeFieldCheck::changesNothing)) {
            return Optional.of(DeskRefusal.NOTHING_CHANGED);
        }
        boolean nameless = corrections.stream()
                .anyMatch(one ->
                        one.field() == AttendeeField.FAMILY_NAME && one.now().isBlank());
        if (nameless) {
            return Optional.of(DeskRefusal.NO_FAMILY_NAME);
        }
        return corrections.stream().anyMatch(one -> isTooLong(one.now()))
                ? Optional.of(DeskRefusal.TOO_LONG)
                : Optional.empty();
    }

    private static boolean changesNothing(FieldCorrection correction) {
        return correction.field() == AttendeeField.UNRECOGNISED
                || correction.seen().strip().equals(correction.now().strip());
    }

    private static boolean isTooLong(String text) {
        String stripped = text.strip();
        return stripped.codePointCount(0, stripped.length()) > Attendee.LONGEST_FIELD;
    }
}
