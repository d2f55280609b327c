package org.einlass.contract.journal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.search.EditDistance;
import org.einlass.contract.search.NameFolding;

/**
 * What a guest may put right alone: the spelling of given and family name, of the same person. Capitals, diacritics and
 * "ue" for "ü" are free; besides them one letter in three may be another, at least one and never more than
 * {@value #MOST_LETTERS} in both names together. Names in each other's place may be exchanged. Everything else looks like
 * another person, and a desk decides.
 */
public final class NameSpelling {
    private static final int MOST_LETTERS = 3;
    private static final int OF_LETTERS = 3;
    private static final String BESIDE_LETTERS = " -\u2010\u2011'\u2019.\u00b7";

    private NameSpelling() {}

    /** Whether {@code corrections} change no more than the spelling of a name. */
    public static boolean isSpelling(List<FieldCorrection> corrections) {
        Map<AttendeeField, FieldCorrection> fields = new EnumMap<>(AttendeeField.class);
        for (FieldCorrection correction : corrections) {
            AttendeeField field = correction.field();
            if (field != AttendeeField.GIVEN_NAME && field != AttendeeField.FAMILY_NAME) {
                return false;
            }
            if (!isName(correction.seen()) || !isName(correction.now()) || fields.put(field, correction) != null) {
                return false;
            }
        }
        return !fields.isEmpty() && (isExchange(fields) || isNear(fields));
    }

    private static boolean isExchange(Map<AttendeeField, FieldCorrection> fields) {
        FieldCorrection given = fields.get(AttendeeField.GIVEN_NAME);
        FieldCorrection family = fields.get(AttendeeField.FAMILY_NAME);
        return given != null
                && family != null
                && given.now().strip().equals(family.seen().strip())
                && family.now().strip().equals(given.seen().strip());
    }

    private static boolean isNear(Map<AttendeeField, FieldCorrection> fields) {
        int changed = 0;
        for (FieldCorrection correction : fields.values()) {
            String seen = NameFolding.fold(correction.seen().strip());
            String now = NameFolding.fold(correction.now().strip());
            int letters = EditDistance.between(seen, now);
            if (letters > Math.max(1, Math.min(seen.length(), now.length()) / OF_LETTERS)) {
                return false;
            }
            changed += letters;
        }
        return changed <= MOST_LETTERS;
    }

    /** Whether {@code text} may be a name: letters of any script, and what stands between them. */
    public static boolean isName(String text) {
        return text != null
                && text.codePoints().anyMatch(Character::isLetter)
                && text.codePoints().allMatch(NameSpelling::mayStand)
                && text.codePointCount(0, text.length()) <= Attendee.LONGEST_FIELD;
    }

    private static boolean mayStand(int sign) {
        int type = Character.getType(sign);
        return Character.isLetter(sign)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || BESIDE_LETTERS.indexOf(sign) >= 0;
    }
}
