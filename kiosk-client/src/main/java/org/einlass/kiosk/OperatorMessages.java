package org.einlass.kiosk;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What the kiosk says to those who run it, in one language: English for English readers, else German. */
record OperatorMessages(Locale language) {
    private static final Control GERMAN_IS_THE_ROOT = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** In the language of whoever sits at this machine. */
    static OperatorMessages ofThisMachine() {
        return new OperatorMessages(Locale.getDefault());
    }

    String say(String key, Object... values) {
        ResourceBundle bundle = ResourceBundle.getBundle("org.einlass.kiosk.kiosk", language, GERMAN_IS_THE_ROOT);
        return new MessageFormat(bundle.getString(key), language).format(values);
    }
}
