package org.einlass.server.registration.organisation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.einlass.server.registration.imports.text.TextKey;

/** Which of the organisations that lists have may be one: initials, and words that are cut short. A proposal only. */
final class OrganisationSuggestions {
    /** Of more different organisations only the most frequent are compared. */
    private static final int MOST_COMPARED = 5_000;

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
        List<OrganisationAlias> suggestions = new ArrayList<>();
        for (String brief : frequent) {
            if (isBrief(brief)) {
                frequent.stream()
                        .filter(whole -> mayStandFor(brief, whole))
                        .findFirst()
                        .ifPresent(whole -> suggestions.add(OrganisationAlias.of(brief, whole)));
            }
        }
        suggestions.sort(Comparator.comparing(one -> OrganisationAlias.key(one.spelling())));
        return suggestions;
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
        String initials = WORDS.splitAsStream(whole)
                .filter(word -> !word.isEmpty() && Character.isUpperCase(word.charAt(0)))
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
        String letters = brief.replace(".", "").toUpperCase(Locale.ROOT);
        return letters.length() > 1 && initials.length() > 1 && initials.endsWith(letters);
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
