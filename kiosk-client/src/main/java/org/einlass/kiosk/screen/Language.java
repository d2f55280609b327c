package org.einlass.kiosk.screen;

import java.util.Locale;

/** A language the kiosk speaks. */
public enum Language {
    GERMAN(Locale.GERMAN),
    ENGLISH(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The other one. */
    public Language other() {
        return this == GERMAN ? ENGLISH : GERMAN;
    }
}
