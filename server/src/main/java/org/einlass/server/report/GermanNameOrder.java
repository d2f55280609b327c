package org.einlass.server.report;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.einlass.contract.registration.Attendee;

/**
 * The order of names in German lists, DIN 5007 variant 2: umlauts as two letters, other marks ignored, capitals
 * and signs without weight. A particle does not sort: "von der Leyen" stands under L.
 */
public final class GermanNameOrder {
    private static final Pattern LEFT_OUT = Pattern.compile("[\\p{M}'’.]+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private GermanNameOrder() {}

    /** What a person's name is sorted by: family name, given name, then the particle. */
    record Key(String family, String given, String particle, String familyName, String givenName)
            implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::family)
                .thenComparing(Key::given)
                .thenComparing(Key::particle)
                .thenComparing(Key::familyName)
                .thenComparing(Key::givenName);

        static Key of(Attendee one) {
            return new Key(
                    key(one.familyName()),
                    key(one.givenName()),
                    key(one.particle()),
                    one.familyName(),
                    one.givenName());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Names of people. */
    public static final Comparator<Attendee> PEOPLE = Comparator.comparing(Key::of);

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
        String plain = LEFT_OUT.matcher(Normalizer.normalize(letters, Normalizer.Form.NFKD))
                .replaceAll("");
        return SIGNS.matcher(plain).replaceAll(" ").strip();
    }
}
