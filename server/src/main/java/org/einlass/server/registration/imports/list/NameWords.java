package org.einlass.server.registration.imports.list;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a name that are neither given nor family name. */
final class NameWords {
    private static final Set<String> SALUTATIONS =
            Set.of("herr", "frau", "hr.", "fr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.");
    private static final Set<String> PARTICLES = Set.of(
            "von", "vom", "van", "vander", "der", "den", "dem", "de", "del", "della", "di", "da", "dos", "das", "do",
            "du", "des", "la", "le", "las", "los", "lo", "zu", "zum", "zur", "auf", "ter", "ten", "te", "af", "av",
            "ap", "ab", "d'", "el", "al", "bin", "ibn", "ben");
    private static final Set<String> NOBILITY = Set.of(
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
    private static final Pattern TITLE = Pattern.compile(
            "prof\\.?|ddr\\.?|dr\\.?|dres\\.|dr\\.-\\S+|pd|priv\\.-doz\\.|mag\\.|lic\\.|dipl\\.-\\S+|md[lb]|mdep|mdbb"
                    + "|(?:staatssekretär|staatsminister|minister|ministerialrät|oberbürgermeister|bürgermeister"
                    + "|ministerpräsident|präsident|botschafter|senator)(?:in)?|ministerialrat|landrat|landrätin",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern MORE_OF_A_TITLE = Pattern.compile(
            "h\\.?|c\\.?|e\\.?h\\.|h\\.c\\.|habil\\.?|mult\\.?|rer\\.|nat\\.|phil\\.|med\\.|dent\\.|vet\\.|iur\\.|jur\\.|pol\\."
                    + "|oec\\.|publ\\.|theol\\.|techn\\.|agr\\.|em\\.|apl\\.|univ\\.|\\((?:fh|univ\\.?|ba)\\)",
            Pattern.CASE_INSENSITIVE);

    private NameWords() {}

    static boolean isSalutation(String word) {
        return SALUTATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** How many words at the beginning are titles: "Prof. Dr. h. c. mult. Elisabeth" has five. */
    static int titlesAtStart(List<String> words) {
        int titles = 0;
        while (titles < words.size() && isTitle(words.get(titles), titles > 0)) {
            titles++;
        }
        return titles;
    }

    static boolean areTitles(List<String> words) {
        return !words.isEmpty() && titlesAtStart(words) == words.size();
    }

    /**
     * Where the particle ends that begins at {@code from}, or {@code from} where none begins there. "Graf" is a particle
     * only before another one; in capitals, "VON" is one as well.
     */
    static int particleEnd(List<String> words, int from, boolean capitals) {
        int at = from;
        while (at < words.size() && NOBILITY.contains(words.get(at).toLowerCase(Locale.ROOT))) {
            at++;
        }
        int nobilityEnd = at;
        while (at < words.size() && isPartOfParticle(words, at, at > nobilityEnd, capitals)) {
            at++;
        }
        return at > nobilityEnd ? at : from;
    }

    private static boolean isTitle(String word, boolean afterTitle) {
        return TITLE.matcher(word).matches()
                || (afterTitle && MORE_OF_A_TITLE.matcher(word).matches());
    }

    private static boolean isPartOfParticle(List<String> words, int at, boolean inside, boolean capitals) {
        String word = spelled(words.get(at), capitals);
        boolean linking = inside && (word.equals("und") || word.equals("y")) && at + 1 < words.size();
        return PARTICLES.contains(word) || (linking && PARTICLES.contains(spelled(words.get(at + 1), capitals)));
    }

    private static String spelled(String word, boolean capitals) {
        return capitals ? word.toLowerCase(Locale.ROOT) : word;
    }
}
