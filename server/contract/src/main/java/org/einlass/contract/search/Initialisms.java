package org.einlass.contract.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The abbreviations by which the names of organisations are known: "BMI" of "Bundesministerium des Innern". */
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

    /** All abbreviations of neighbouring words of an organisation's name, whichever of its words they begin with. */
    static Set<String> within(List<String> folded) {
        Set<String> found = new LinkedHashSet<>();
        for (int first = 0; first < folded.size(); first++) {
            for (Reading reading : Reading.values()) {
                String initials = reading.initials(folded.subList(first, folded.size()));
                for (int length = SHORTEST; length <= Math.min(LONGEST, initials.length()); length++) {
                    found.add(initials.substring(0, length));
                }
            }
        }
        return found;
    }

    /** The abbreviations of exactly these words. */
    static Set<String> of(List<String> folded) {
        Set<String> found = new LinkedHashSet<>();
        for (Reading reading : Reading.values()) {
            String initials = reading.initials(folded);
            if (initials.length() >= SHORTEST && initials.length() <= LONGEST) {
                found.add(initials);
            }
        }
        return found;
    }

    /** "bundeskriminalamt" as "bundes", "kriminal", "amt"; a word that is no such compound stays whole. */
    static List<String> parts(String word) {
        List<String> parts = new ArrayList<>();
        String rest = word;
        String first = longest(FIRST_PARTS.stream().filter(part -> startsLonger(word, part)));
        if (!first.isEmpty()) {
            parts.add(first);
            rest = rest.substring(first.length());
        }
        String middle = rest;
        String last = longest(LAST_PARTS.stream().filter(middle::endsWith));
        if (!last.isEmpty()) {
            rest = rest.substring(0, rest.length() - last.length());
        }
        Stream.of(rest, last).filter(part -> !part.isEmpty()).forEach(parts::add);
        return parts;
    }

    private static boolean startsLonger(String word, String part) {
        return word.startsWith(part) && word.length() > part.length() + 2;
    }

    private static String longest(Stream<String> candidates) {
        return candidates.reduce("", (a, b) -> a.length() >= b.length() ? a : b);
    }

    /** How people take initials. */
    private enum Reading {
        /** "BSI": one of each word that means something. */
        WORDS {
            @Override
            void addInitials(String word, StringBuilder initials) {
                if (!LINKS.contains(word)) {
                    initials.append(word.charAt(0));
                }
            }
        },
        /** "LKA": one of each part of a compound. */
        PARTS {
            @Override
            void addInitials(String word, StringBuilder initials) {
                if (!LINKS.contains(word)) {
                    parts(word).forEach(part -> initials.append(part.charAt(0)));
                }
            }
        },
        /** "BfV": one of each word. */
        ALL_WORDS {
            @Override
            void addInitials(String word, StringBuilder initials) {
                initials.append(word.charAt(0));
            }
        };

        abstract void addInitials(String word, StringBuilder initials);

        String initials(List<String> folded) {
            StringBuilder initials = new StringBuilder();
            for (String word : folded) {
                addInitials(word, initials);
            }
            return initials.toString();
        }
    }
}
