package org.einlass.kiosk.words;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.einlass.contract.Wording;

/**
 * The texts of one bundle: English for English readers, German for everybody else, whatever language the machine itself
 * is set to. From any thread.
 *
 * @param name the bundle's, as {@link ResourceBundle} takes it
 */
public record MessageBundle(String name) {
    private static final ResourceBundle.Control GERMAN_IS_THE_ROOT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /**
     * The text of a key in both languages.
     *
     * @param parts put into the text; a {@link Wording} in the text's own language
     */
    public Wording say(String key, Object... parts) {
        return new Wording(in(Locale.GERMAN, key, parts), in(Locale.ENGLISH, key, parts));
    }

    /** The same in one language. */
    public String in(Locale language, String key, Object... parts) {
        Object[] spoken = Arrays.copyOf(parts, parts.length, Object[].class);
        for (int part = 0; part < spoken.length; part++) {
            spoken[part] = spoken[part] instanceof Wording wording ? wording.in(language) : spoken[part];
        }
        String pattern =
                ResourceBundle.getBundle(name, language, GERMAN_IS_THE_ROOT).getString(key);
        return new MessageFormat(pattern, language).format(spoken);
    }
}
