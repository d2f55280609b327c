package org.einlass.kiosk.screen.desk;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.einlass.contract.Wording;
import org.einlass.kiosk.screen.Language;

/** All words of the desk's window in one language. */
final class DeskMessages {
    private static final String BUNDLE = "org.einlass.kiosk.screen.desk.desk";

    private final Language language;
    private final ResourceBundle bundle;

    private DeskMessages(Language language, ResourceBundle bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    /** Whatever language the machine itself is set to. */
    static DeskMessages in(Language language) {
        ResourceBundle.Control noOther =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new DeskMessages(language, ResourceBundle.getBundle(BUNDLE, language.locale(), noOther));
    }

    Language language() {
        return language;
    }

    Locale locale() {
        return language.locale();
    }

    String say(String key, Object... parts) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(parts);
    }

    String say(Wording wording) {
        return wording.in(language.locale());
    }
}
