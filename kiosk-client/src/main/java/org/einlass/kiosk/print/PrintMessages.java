package org.einlass.kiosk.print;

import org.einlass.contract.Wording;
import org.einlass.kiosk.words.MessageBundle;

/** What the team reads of printing, in both languages. Guests read none of it. */
public final class PrintMessages {
    private static final MessageBundle BUNDLE = new MessageBundle("org.einlass.kiosk.print.print");

    private PrintMessages() {}

    /** A printer has not taken a badge, or pages of another kind. */
    public static Wording ofRefusal(PrintKind kind, String printer) {
        return say(kind == PrintKind.BADGE ? "queue.refuses" : "document.refused", printer);
    }

    /** The sentence of this name, with its parts filled in. */
    public static Wording say(String key, Object... parts) {
        return BUNDLE.say(key, parts);
    }
}
