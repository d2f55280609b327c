package org.einlass.server.statistics;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.einlass.reports.typography.CleanText;

/**
 * How organisations are written. Spellings that differ only in capitals, umlauts, blanks and signs are one
 * organisation, written as most people wrote it, as a page prints it.
 */
public final class OrganisationSpellings {
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The key of each organisation as it was written: many people wrote the same. */
    private final Map<String, String> keys = new HashMap<>();

    private final Map<String, String> spellings = new HashMap<>();

    private OrganisationSpellings() {}

    /**
     * Finds the usual spellings.
     *
     * @param organisations as people wrote them, each as often as it was written
     */
    public static OrganisationSpellings of(Collection<String> organisations) {
        OrganisationSpellings spellings = new OrganisationSpellings();
        Map<String, Map<String, Integer>> written = new HashMap<>();
        organisations.forEach(organisation -> spellings.keys.computeIfAbsent(organisation, OrganisationSpellings::key));
        organisations.forEach(
                organisation -> written.computeIfAbsent(spellings.keyOf(organisation), other -> new TreeMap<>())
                        .merge(CleanText.of(organisation).strip(), 1, Integer::sum));
        written.forEach((key, counts) -> spellings.spellings.put(
                key,
                Collections.max(
                                counts.entrySet(),
                                Map.Entry.<String, Integer>comparingByValue()
                                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .getKey()));
        return spellings;
    }

    /** The spelling of most people; empty for an organisation that nobody wrote. */
    public String spelling(String organisation) {
        return spellingOf(keyOf(organisation));
    }

    /** The spelling of most people, by the key. */
    String spellingOf(String key) {
        return spellings.getOrDefault(key, "");
    }

    /** The same as {@link #key}, remembered for those that were counted. */
    public String keyOf(String organisation) {
        String known = keys.get(organisation);
        return known == null ? key(organisation) : known;
    }

    /** What two spellings of one organisation have in common. */
    public static String key(String organisation) {
        String letters = Normalizer.normalize(organisation, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue");
        return SIGNS.matcher(letters).replaceAll(" ").strip();
    }
}
