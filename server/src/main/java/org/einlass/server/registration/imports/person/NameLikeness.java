package org.einlass.server.registration.imports.person;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.einlass.server.registration.imports.text.TextKey;

/** Whether two spellings may mean the same family or the same organisation; a proposal, never a decision. */
public final class NameLikeness {
    private static final int SHORTEST = 4;
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> COMMON = Set.of(
            "stadt",
            "gemeinde",
            "amt",
            "landratsamt",
            "landkreis",
            "ministerium",
            "gmbh",
            "ag",
            "ev",
            "fur",
            "der",
            "die",
            "und",
            "des",
            "am",
            "an",
            "im",
            "in",
            "universitat",
            "university",
            "city",
            "of",
            "the",
            "verein",
            "stadtverwaltung",
            "verwaltung",
            "land",
            "kreis",
            "mbh",
            "co",
            "kg");

    private NameLikeness() {}

    /**
     * One or two letters apart, or one part of a double name: "Kurz" and "Kurtz", "Schmidt" and
     * "Schmidt-Weber".
     */
    public static boolean families(String one, String other) {
        String left = TextKey.of(one);
        String right = TextKey.of(other);
        boolean otherStart = left.isEmpty() || right.isEmpty() || left.charAt(0) != right.charAt(0);
        if (left.length() < SHORTEST || right.length() < SHORTEST || otherStart) {
            return part(one, other);
        }
        int allowed = Math.min(left.length(), right.length()) > SHORTEST + 2 ? 2 : 1;
        return part(one, other) || distance(left, right) <= allowed;
    }

    /** "Katharina" and "Catharina", "Eva" and "Eva-Maria", "E." and "Eva". */
    static boolean givenNames(String one, String other) {
        String left = TextKey.of(one);
        String right = TextKey.of(other);
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() != right.isEmpty();
        }
        boolean initial = Math.min(left.length(), right.length()) == 1 && left.charAt(0) == right.charAt(0);
        int shorter = Math.min(left.length(), right.length());
        return initial
                || part(one, other)
                || (shorter > SHORTEST && distance(left, right) <= (shorter > SHORTEST + 2 ? 2 : 1));
    }

    /** One word in common that not every organisation has, or one of them not told. */
    public static boolean organisations(String one, String other) {
        Set<String> shared = words(one);
        shared.retainAll(words(other));
        return !shared.isEmpty() || one.isEmpty() || other.isEmpty() || isAcronym(one, other) || isAcronym(other, one);
    }

    private static boolean part(String one, String other) {
        Set<String> left = parts(one);
        Set<String> right = parts(other);
        return left.size() != right.size() && (left.containsAll(right) || right.containsAll(left));
    }

    private static Set<String> parts(String name) {
        return WORDS.splitAsStream(name)
                .map(TextKey::of)
                .filter(word -> word.length() > 2)
                .collect(Collectors.toSet());
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        WORDS.splitAsStream(text)
                .map(TextKey::of)
                .filter(word -> word.length() > 1)
                .forEach(words::add);
        words.removeAll(COMMON);
        return words;
    }

    /** "MI" may be the "Ministerium des Innern". */
    private static boolean isAcronym(String brief, String whole) {
        String letters = WORDS.splitAsStream(whole)
                .filter(word -> !word.isEmpty() && Character.isUpperCase(word.charAt(0)))
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
        return brief.length() > 1 && brief.length() < 8 && letters.length() > 1 && letters.endsWith(brief);
    }

    /** Levenshtein's distance. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, at -> at);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
