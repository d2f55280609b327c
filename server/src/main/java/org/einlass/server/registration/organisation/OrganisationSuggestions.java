package org.einlass.server.registration.organisation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.einlass.server.registration.imports.text.TextKey;

/** Which of the organisations that lists have may be one: initials, and words that are cut short. A proposal only. */
final class OrganisationSuggestions {
    /** Of more different organisations only the most frequent are compared. */
    private static final int MOST_COMPARED = 50_000;

    private static final int LONGEST_INITIALS = 8;
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}.]+");
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}[\\p{L}.]{1," + LONGEST_INITIALS + "}");

    private OrganisationSuggestions() {}

    /** Each brief spelling with the most frequent whole one that it may stand for, by spelling. */
    static List<OrganisationAlias> among(Map<String, Integer> written) {
        List<String> frequent = written.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_COMPARED)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, List<Integer>> blocks = new HashMap<>();
        for (int at = 0; at < frequent.size(); at++) {
            for (String key : keysOfWhole(frequent.get(at))) {
                blocks.computeIfAbsent(key, none -> new ArrayList<>()).add(at);
            }
        }
        List<OrganisationAlias> suggestions = new ArrayList<>();
        for (String brief : frequent) {
            if (isBrief(brief)) {
                keysOfBrief(brief).stream()
                        .flatMap(key -> blocks.getOrDefault(key, List.of()).stream()
                                .filter(at -> mayStandFor(brief, frequent.get(at)))
                                .limit(1))
                        .min(Comparator.naturalOrder())
                        .ifPresent(at -> suggestions.add(OrganisationAlias.of(brief, frequent.get(at))));
            }
        }
        suggestions.sort(Comparator.comparing(one -> OrganisationAlias.key(one.spelling())));
        return suggestions;
    }

    /**
     * Under which keys a whole spelling is looked for: the ends of its initials, and the first letters of its words. So a
     * brief one is compared with few others, however many there are.
     */
    private static Set<String> keysOfWhole(String whole) {
        Set<String> keys = new HashSet<>();
        String initials = initials(whole);
        for (int from = Math.max(0, initials.length() - LONGEST_INITIALS - 1); from < initials.length() - 1; from++) {
            keys.add("initials " + initials.substring(from));
        }
        keys.add("words " + firstLetters(whole));
        return keys;
    }

    private static Set<String> keysOfBrief(String brief) {
        return Set.of("initials " + letters(brief), "words " + firstLetters(brief));
    }

    private static String firstLetters(String organisation) {
        return words(organisation).stream()
                .map(word -> word.isEmpty() ? " " : word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }

    private static boolean isBrief(String organisation) {
        return organisation.indexOf('.') > 0 || INITIALS.matcher(organisation).matches();
    }

    private static boolean mayStandFor(String brief, String whole) {
        return whole.length() > brief.length()
                && whole.indexOf('.') < 0
                && (areInitials(brief, whole) || areWordsCutShort(brief, whole));
    }

    /** "MI" and "TMIK" of words with capitals; small words have no initial. */
    private static boolean areInitials(String brief, String whole) {
        String initials = initials(whole);
        String letters = letters(brief);
        return letters.length() > 1 && initials.length() > 1 && initials.endsWith(letters);
    }

    private static String initials(String whole) {
        return WORDS.splitAsStream(whole)
                .filter(word -> !word.isEmpty() && Character.isUpperCase(word.charAt(0)))
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }

    private static String letters(String brief) {
        return brief.replace(".", "").toUpperCase(Locale.ROOT);
    }

    /** "Min. d. Innern" of "Ministerium des Innern": as many words, each the beginning of the other's. */
    private static boolean areWordsCutShort(String brief, String whole) {
        List<String> cut = words(brief);
        List<String> words = words(whole);
        if (cut.size() != words.size() || cut.isEmpty()) {
            return false;
        }
        for (int at = 0; at < cut.size(); at++) {
            if (cut.get(at).isEmpty() || !words.get(at).startsWith(cut.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> words(String organisation) {
        return WORDS.splitAsStream(organisation).map(TextKey::of).toList();
    }
}
