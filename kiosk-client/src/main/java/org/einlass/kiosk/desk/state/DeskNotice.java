package org.einlass.kiosk.desk.state;

import org.einlass.contract.Wording;

/** One sentence for staff about what was done last. */
public record DeskNotice(Tone tone, Wording sentence) {

    /** How the sentence is meant; the screen has a symbol and a colour for each. */
    public enum Tone {
        /** It is done. */
        DONE,
        /** It is under way, or nothing needs doing. */
        CALM,
        /** Somebody has to decide or to help. */
        ATTENTION
    }
}
