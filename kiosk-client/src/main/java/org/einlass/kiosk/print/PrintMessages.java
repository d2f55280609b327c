package org.einlass.kiosk.print;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.einlass.contract.Wording;

/** What the team reads of printing, in both languages. Guests read none of it. */
public final class PrintMessages {
    private static final String BUNDLE = "org.einlass.kiosk.print.print";
    private static final ResourceBundle.Control NO_OTHER =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private PrintMessages() {}

    /** The sentence of this name, with its parts filled in. */
    public static Wording say(String key, Object... parts) {
        return new Wording(in(Locale.GERMAN, key, parts), in(Locale.ENGLISH, key, parts));
    }

    private static String in(Locale locale, String key, Object... parts) {
        String pattern = ResourceBundle.getBundle(BUNDLE, locale, NO_OTHER).getString(key);
        return new MessageFormat(pattern, locale).format(parts);
    }
}
