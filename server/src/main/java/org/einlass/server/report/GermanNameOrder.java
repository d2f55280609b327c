package org.einlass.server.report;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import org.einlass.contract.registration.Attendee;

/**
 * The order of names in German lists, DIN 5007 variant 2: umlauts as two letters, other marks ignored, capitals
 * and signs without weight. A particle does not sort: "von der Leyen" stands under L.
 */
public final class GermanNameOrder {
    private GermanNameOrder() {}

    /** Names of people: family name, given name, then the particle. */
    public static final Comparator<Attendee> PEOPLE = Comparator.comparing((Attendee one) -> key(one.familyName()))
            .thenComparing(one -> key(one.givenName()))
            .thenComparing(one -> key(one.particle()))
            .thenComparing(Attendee::familyName)
            .thenComparing(Attendee::givenName);

    /** What a text is compared by. */
    public static String key(String text) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "oe")
                .replace("ł", "l")
                .replace("đ", "d");
        return Normalizer.normalize(letters, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("['’.]+", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
