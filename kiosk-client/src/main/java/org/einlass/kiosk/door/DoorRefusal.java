package org.einlass.kiosk.door;

import org.einlass.contract.Wording;
import org.einlass.kiosk.words.MessageBundle;

/** Why a door does not do what its helper asked for, each with the sentence that says what to do instead. */
public enum DoorRefusal {
    NO_SHEET,
    NO_JOURNAL,
    UNKNOWN_SCAN,
    UNDONE_ALREADY,
    NO_ROOM,
    NOT_COUNTED,
    OUT_OF_RANGE,
    NOT_ASSIGNED,
    NOBODY_SIGNED_IN,
    BADGE_UNKNOWN,
    BADGE_OTHER_DAY,
    BADGE_BARRED,
    NO_OTHER_WAY;

    private static final MessageBundle WORDS = new MessageBundle("org.einlass.kiosk.door.refusals");

    /** For staff. */
    public Wording sentence() {
        return WORDS.say("refusal." + name());
    }
}
