package org.einlass.contract.search;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.commons.codec.language.ColognePhonetic;

/** How a word sounds to a German ear, as a number: Cologne phonetics (Postel 1969), its first digits. */
final class CologneKey {
    private static final ColognePhonetic PHONETICS = new ColognePhonetic();
    private static final int SHORTEST_WORD = 3;
    private static final int FEWEST_DIGITS = 2;
    private static final int MOST_DIGITS = 9;

    private CologneKey() {}

    /**
     * The keys of a word: one as if its letters were German, and another where its diacritics tell how it is
     * spoken, so that "Strbatschewitsch" is heard in "Štrbačević". None for words too short to tell apart by
     * their sound.
     */
    static Set<Integer> of(Spelling word) {
        Set<Integer> keys = new LinkedHashSet<>();
        addKey(word.folded(), keys);
        if (!word.literal().equals(word.folded())) {
            addKey(NameFolding.fold(spoken(word.literal())), keys);
        }
        return keys;
    }

    private static void addKey(String folded, Set<Integer> keys) {
        if (folded.length() < SHORTEST_WORD) {
            return;
        }
        // The method knows no "qu": without its "w" it would sound like "ku".
        String code = PHONETICS.colognePhonetic(folded.replace("qu", "kw"));
        if (code.length() >= FEWEST_DIGITS) {
            // The digit in front keeps a leading 0.
            keys.add(Integer.parseInt("1" + code.substring(0, Math.min(MOST_DIGITS, code.length()))));
        }
    }

    private static String spoken(String literal) {
        StringBuilder spoken = new StringBuilder();
        for (int i = 0; i < literal.length(); i++) {
            char letter = literal.charAt(i);
            spoken.append(
                    switch (letter) {
                        case 'č', 'ć', 'ç' -> "tsch";
                        case 'š', 'ś', 'ş', 'ș', 'ž', 'ź', 'ż', 'ř' -> "sch";
                        case 'ţ', 'ț' -> "z";
                        case 'ğ' -> "";
                        case 'ą' -> "on";
                        case 'ę' -> "en";
                        default -> String.valueOf(letter);
                    });
        }
        return spoken.toString();
    }
}
