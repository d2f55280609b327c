package org.einlass.contract.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The abbreviations by which the names of organisations are known: "BMI" of "Bundesministerium des Innern".
 */
final class Initialisms {
    /** Tells an abbreviation that was made of a name from one that stands in it. */
    private static final char MADE = '!';

    private static final int SHORTEST = 2;
    private static final int LONGEST = 6;

    /** Words without an initial of their own in most abbreviations, folded. */
    private static final Set<String> LINKS = Set.of(
            "der", "die", "das", "des", "dem", "den", "und", "fur", "in", "im", "am", "zu", "zur", "zum", "fr", "bei",
            "of", "the", "and", "for", "de", "la", "du", "et", "von");

    private static final List<String> FIRST_PARTS = List.of("bundes", "landes", "staats", "reichs", "kreis", "stadt");
    private static final List<String> LAST_PARTS = List.of(
            "ministerium",
            "amt",
            "anstalt",
            "agentur",
            "akademie",
            "behorde",
            "bank",
            "gericht",
            "gesellschaft",
            "hochschule",
            "institut",
            "kammer",
            "kanzlei",
            "polizei",
            "prasidium",
            "universitat",
            "verband",
            "vereinigung",
            "verwaltung",
            "werke",
            "zentrum");

    private Initialisms() {}

    /** The term of a vocabulary for an abbreviation that was made of a name. */
    static String term(String initials) {
        return initials + MADE;
    }

    /**
     * All abbreviations of neighbouring words of an organisation's name, whichever of its words they begin
     * with.
     */
    static Set<String> within(List<String> folded) {
        Set<String> found = new LinkedHashSet<>();
        for (Reading reading : Reading.values()) {
            List<String> initials = folded.stream().map(reading::initials).toList();
            for (int first = 0; first < initials.size(); first++) {
                String all = upToLongest(initials.subList(first, initials.size()));
                for (int length = SHORTEST; length <= all.length(); length++) {
                    found.add(all.substring(0, length));
                }
            }
        }
        return found;
    }

    /** The abbreviations of exactly these words. */
    static Set<String> of(List<String> folded) {
        Set<String> found = new LinkedHashSet<>();
        for (Reading reading : Reading.values()) {
            String initials = folded.stream().map(reading::initials).collect(Collectors.joining());
            if (initials.length() >= SHORTEST && initials.length() <= LONGEST) {
                found.add(initials);
            }
        }
        return found;
    }

    private static String upToLongest(List<String> initials) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < initials.size() && all.length() < LONGEST; i++) {
            all.append(initials.get(i));
        }
        return all.substring(0, Math.min(LONGEST, all.length()));
    }

    /** "bundeskriminalamt" as "bundes", "kriminal", "amt"; a word that is no such compound stays whole. */
    static List<String> parts(String word) {
        String first = longest(FIRST_PARTS, part -> word.startsWith(part) && word.length() > part.length() + 2);
        String behind = word.substring(first.length());
        String last = longest(LAST_PARTS, behind::endsWith);
        String middle = behind.substring(0, behind.length() - last.length());
        return Stream.of(first, middle, last).filter(part -> !part.isEmpty()).toList();
    }

    private static String longest(List<String> parts, Predicate<String> fits) {
        String longest = "";
        for (String part : parts) {
            longest = part.length() > longest.length() && fits.test(part) ? part : longest;
        }
        return longest;
    }

    /** How people take initials. */
    private enum Reading {
        /** "BSI": one of each word that means something. */
        WORDS {
            @Override
            String initials(String word) {
                return LINKS.contains(word) ? "" : word.substring(0, 1);
            }
        },
        /** "LKA": one of each part of a compound. */
        PARTS {
            @Override
            String initials(String word) {
                return LINKS.contains(word)
                        ? ""
                        : parts(word).stream().map(part -> part.substring(0, 1)).collect(Collectors.joining());
            }
        },
        /** "BfV": one of each word. */
        ALL_WORDS {
            @Override
            String initials(String word) {
                return word.substring(0, 1);
            }
        };

        abstract String initials(String word);
    }
}
