package org.einlass.kiosk.gate;

import org.einlass.contract.Wording;
import org.einlass.kiosk.words.MessageBundle;

/** Why a desk does not do what it was asked for, each with the sentence that says what to do instead. */
public enum DeskRefusal {
    NOBODY_SIGNED_IN,
    NO_SHEET,
    NO_LETTER_BOX,
    NO_TAG_KEY,
    NO_SPARES_YET,
    NO_JOURNAL,
    UNKNOWN_SCAN,
    NO_CODE_OF_OURS,
    NO_SPARE_BADGE,
    BADGE_TAKEN,
    NOT_A_DECISION,
    SETTLED_FOR_GOOD,
    UNDONE_ALREADY,
    NO_FAMILY_NAME,
    TOO_LONG,
    UNKNOWN_CATEGORY,
    UNKNOWN_PROGRAMME,
    UNKNOWN_AREA,
    UNKNOWN_REGISTRATION,
    NO_PLACE,
    NOTHING_CHANGED,
    BELOW_ZERO,
    DATE_UNSURE,
    NOT_YET;

    private static final MessageBundle WORDS = new MessageBundle("org.einlass.kiosk.gate.refusals");

    /** For staff. */
    public Wording sentence() {
        return WORDS.say("refusal." + name());
    }
}
