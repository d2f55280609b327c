package org.einlass.reports.typography;

import io.github.nianna.api.Hyphenator;
import io.github.nianna.api.HyphenatorProperties;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where a German word may be divided, by the TeX patterns of the reformed orthography. Safe for any thread.
 */
final class GermanHyphens {

    /** Shorter stumps look like mistakes on a badge. */
    private static final HyphenatorProperties STUMPS = new HyphenatorProperties(3, 3);

    private static final int SHORTEST_WORD = 8;
    private static final GermanHyphens STANDARD = new GermanHyphens();

    private final Hyphenator hyphenator = new Hyphenator(patterns(), STUMPS);

    private GermanHyphens() {}

    /** The first call reads the patterns (about 0.1 s). */
    static GermanHyphens standard() {
        return STANDARD;
    }

    /**
     * Offsets in the word before which a hyphen may be set, ascending; empty for short words and those that
     * are no plain word.
     */
    List<Integer> of(String word) {
        if (word.length() < SHORTEST_WORD || !word.chars().allMatch(Character::isLetter)) {
            return List.of();
        }
        return hyphenator.hyphenateToken(word).hyphenIndexes();
    }

    private static List<String> patterns() {
        try (InputStream in = GermanHyphens.class.getResourceAsStream("hyph-de-1996.txt")) {
            if (in == null) {
                throw new IllegalStateException(
                        "The hyphenation patterns are missing from the program. Install it again.");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
