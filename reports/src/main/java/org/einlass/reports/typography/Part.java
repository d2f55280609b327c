package org.einlass.reports.typography;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of text that is never broken inside.
 *
 * @param joint what stands between this part and the next when both share a line (a division point shows
 *     nothing then)
 */
public record Part(String text, LaidOutLine.Joint joint) {

    private static final String BREAKS_AFTER = "-/\u2010\u2013";

    /**
     * The parts of clean text, at blanks, after hyphens and slashes, and where asked at German hyphenation
     * points.
     */
    public static List<Part> of(String text, boolean divided) {
        List<Part> parts = new ArrayList<>();
        String[] words = text.isEmpty() ? new String[0] : text.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            LaidOutLine.Joint after = i == words.length - 1 ? LaidOutLine.Joint.END : LaidOutLine.Joint.BLANK;
            addWord(words[i], after, divided, parts);
        }
        return parts;
    }

    private static void addWord(String word, LaidOutLine.Joint after, boolean divided, List<Part> parts) {
        int start = 0;
        for (int i = 1; i < word.length() - 1; i++) {
            if (BREAKS_AFTER.indexOf(word.charAt(i)) >= 0 && BREAKS_AFTER.indexOf(word.charAt(i + 1)) < 0) {
                addPlain(word.substring(start, i + 1), LaidOutLine.Joint.NOTHING, divided, parts);
                start = i + 1;
            }
        }
        addPlain(word.substring(start), after, divided, parts);
    }

    private static void addPlain(String word, LaidOutLine.Joint after, boolean divided, List<Part> parts) {
        int start = 0;
        if (divided) {
            for (int point : GermanHyphens.standard().of(word)) {
                parts.add(new Part(word.substring(start, point), LaidOutLine.Joint.HYPHEN));
                start = point;
            }
        }
        parts.add(new Part(word.substring(start), after));
    }
}
