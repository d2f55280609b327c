package org.einlass.server.console;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/** Ids made from what people type, so that nobody has to think of one. */
public final class Slugs {
    private static final int LONGEST = 50;

    private Slugs() {}

    /** Small letters, digits and hyphens; empty where the text has none: "Kiosk 3, Süd" is kiosk-3-sued. */
    public static String of(String text) {
        String spelled = text.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        String slug = Normalizer.normalize(spelled, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return slug.substring(0, Math.min(slug.length(), LONGEST));
    }

    /** The text's id, or {@code usual} where it has none, with a number where that is taken. */
    public static String free(String text, String usual, Collection<String> taken) {
        String slug = of(text);
        String wanted = slug.isEmpty() ? usual : slug;
        String free = wanted;
        for (int number = 2; taken.contains(free); number++) {
            free = wanted + "-" + number;
        }
        return free;
    }
}
