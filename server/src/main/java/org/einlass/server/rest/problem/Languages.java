package org.einlass.server.rest.problem;

import java.util.List;
import java.util.Locale;

/** Which of our two languages a reader gets: the first of theirs that is one, else German. */
public final class Languages {
    private Languages() {}

    /**
     * The language for a reader.
     *
     * @param wanted most wanted first, as {@code Accept-Language} orders them
     */
    public static Locale of(List<Locale> wanted) {
        return wanted.stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("de") || language.equals("en"))
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElse(Locale.GERMAN);
    }
}
