package org.einlass.contract;

import java.util.Locale;
import java.util.Objects;

/** Words a person reads, in German and English. */
public record Wording(String german, String english) {

    public Wording {
        Objects.requireNonNull(german, "german");
        Objects.requireNonNull(english, "english");
    }

    /** The same text in both languages, as for names of places. */
    public static Wording same(String text) {
        return new Wording(text, text);
    }

    /** The words for readers of {@code locale}: English for English readers, German for everybody else. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? english : german;
    }
}
