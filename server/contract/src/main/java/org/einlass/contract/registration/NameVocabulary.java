package org.einlass.contract.registration;

import java.util.Set;

/**
 * Words of a written name that are neither given nor family name, in small letters; lists and the search read
 * them alike.
 */
public final class NameVocabulary {
    /**
     * How somebody is addressed; abbreviations without their point, but for "m.", which without it is an
     * initial.
     */
    public static final Set<String> SALUTATIONS = Set.of(
            "herr",
            "herrn",
            "frau",
            "hr",
            "fr",
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "sir",
            "madam",
            "monsieur",
            "madame",
            "mme",
            "m.",
            "divers");

    /** What stands before a family name and does not sort. */
    public static final Set<String> PARTICLES = Set.of(
            "von", "vom", "van", "vander", "der", "den", "dem", "de", "del", "della", "di", "da", "dos", "das", "do",
            "du", "des", "la", "le", "las", "los", "lo", "zu", "zum", "zur", "auf", "ter", "ten", "te", "af", "av",
            "ap", "ab", "d'", "el", "al", "bin", "ibn", "ben");

    /** Titles of nobility, which are particles only before another particle. */
    public static final Set<String> NOBILITY = Set.of(
            "freiherr",
            "freifrau",
            "freiin",
            "graf",
            "gräfin",
            "baron",
            "baronin",
            "prinz",
            "prinzessin",
            "fürst",
            "fürstin",
            "ritter",
            "edler",
            "edle",
            "herzog",
            "herzogin");

    private NameVocabulary() {}

    /** Whether a word in small letters addresses somebody: "herr", "hr.". */
    public static boolean isSalutation(String word) {
        boolean abbreviated =
                word.length() > 2 && word.endsWith(".") && SALUTATIONS.contains(word.substring(0, word.length() - 1));
        return abbreviated || SALUTATIONS.contains(word);
    }
}
