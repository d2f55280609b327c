package org.einlass.kiosk;

import java.util.Locale;
import org.einlass.kiosk.words.MessageBundle;

/** What the kiosk says to those who run it, in one language: English for English readers, else German. */
record OperatorMessages(Locale language) {
    private static final MessageBundle BUNDLE = new MessageBundle("org.einlass.kiosk.kiosk");

    /** In the language of whoever sits at this machine. */
    static OperatorMessages ofThisMachine() {
        return new OperatorMessages(Locale.getDefault());
    }

    String say(String key, Object... values) {
        return BUNDLE.in(language, key, values);
    }
}
