package org.einlass.kiosk.screen.door;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.einlass.contract.Wording;

/** The words of the door's screen, in both languages. From any thread. */
public final class DoorMessages {
    private static final String BUNDLE = "org.einlass.kiosk.screen.door.door";
    private static final ResourceBundle GERMAN = bundle(Locale.GERMAN);
    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);

    private DoorMessages() {}

    /** Whatever language the machine itself is set to. */
    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The text of a key in both languages.
     *
     * @param parts put into the text; a {@link Wording} in the text's own language
     */
    public static Wording say(String key, Object... parts) {
        return new Wording(format(GERMAN, Locale.GERMAN, key, parts), format(ENGLISH, Locale.ENGLISH, key, parts));
    }

    private static String format(ResourceBundle bundle, Locale locale, String key, Object... parts) {
        Object[] spoken = parts.clone();
        for (int i = 0; i < spoken.length; i++) {
            spoken[i] = spoken[i] instanceof Wording wording ? wording.in(locale) : spoken[i];
        }
        return new MessageFormat(bundle.getString(key), locale).format(spoken);
    }
}
