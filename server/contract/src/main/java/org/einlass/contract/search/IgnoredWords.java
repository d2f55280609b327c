package org.einlass.contract.search;

import java.util.Set;
import org.einlass.contract.registration.NameVocabulary;

/**
 * Words that a query may have and the registration may lack: salutations, titles, particles, legal forms.
 * They still count where they are found, so that a family name "Von" or "Graf" is.
 */
final class IgnoredWords {
    private static final Set<String> WORDS = Set.of(
            // titles
            "dr",
            "dres",
            "ddr",
            "prof",
            "professor",
            "professorin",
            "pd",
            "doz",
            "priv",
            "mag",
            "lic",
            "dipl",
            "diplom",
            "ing",
            "inż",
            "med",
            "phil",
            "rer",
            "nat",
            "jur",
            "iur",
            "habil",
            "mult",
            "hc",
            "eh",
            "phd",
            "mba",
            "msc",
            "bsc",
            "llm",
            "mdl",
            "mdb",
            "mdep",
            "mgr",
            "judr",
            "mudr",
            "phdr",
            "rndr",
            // what stands between the parts of a name
            "und",
            "y",
            // organisations
            "für",
            "fuer",
            "fur",
            "of",
            "the",
            "and",
            "for",
            "in",
            "im",
            "am",
            "bei",
            "die",
            "gmbh",
            "mbh",
            "ag",
            "kg",
            "ohg",
            "ev",
            "eg",
            "se",
            "ltd",
            "inc");

    private IgnoredWords() {}

    /** Whether {@code word}, in lower case, need not be found; initials need not either. */
    static boolean contains(String word) {
        return word.length() == 1
                || WORDS.contains(word)
                || NameVocabulary.SALUTATIONS.contains(word)
                || NameVocabulary.PARTICLES.contains(word)
                || NameVocabulary.NOBILITY.contains(word);
    }
}
