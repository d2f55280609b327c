package org.einlass.kiosk.screen.desk;

import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.kiosk.screen.Language;
import org.einlass.kiosk.words.MessageBundle;

/** All words of the desk's window in one language. */
record DeskMessages(Language language) {
    private static final MessageBundle BUNDLE = new MessageBundle("org.einlass.kiosk.screen.desk.desk");

    static DeskMessages in(Language language) {
        return new DeskMessages(language);
    }

    Locale locale() {
        return language.locale();
    }

    String say(String key, Object... parts) {
        return BUNDLE.in(language.locale(), key, parts);
    }

    String say(Wording wording) {
        return wording.in(language.locale());
    }
}
