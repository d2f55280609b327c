package org.einlass.contract.search;

import java.util.Arrays;

/**
 * The terms of a segment in the order of their characters, packed into one array: a million take no objects.
 */
final class Vocabulary {
    /** Ends the folded part of a term; smaller than any letter. */
    static final char END = '\0';

    private final char[] text;
    private final int[] starts;

    /**
     * Terms that are sorted and different.
     *
     * @param text all terms, one behind the other
     * @param starts where each term begins in {@code text}, and behind the last where it ends
     */
    Vocabulary(char[] text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    int size() {
        return starts.length - 1;
    }

    TermRange all() {
        return new TermRange(0, size());
    }

    String term(int term) {
        return new String(text, starts[term], starts[term + 1] - starts[term]);
    }

    String folded(int term) {
        int end = starts[term];
        while (end < starts[term + 1] && text[end] != END) {
            end++;
        }
        return new String(text, starts[term], end - starts[term]);
    }

    int compare(int term, Vocabulary other, int otherTerm) {
        return Arrays.compare(
                text, starts[term], starts[term + 1], other.text, other.starts[otherTerm], other.starts[otherTerm + 1]);
    }

    /**
     * The terms of {@code range} that go on with {@code rest} behind their first {@code depth} characters.
     */
    TermRange narrowed(TermRange range, int depth, String rest) {
        int from = bound(range.from(), range.to(), depth, rest, 0);
        return new TermRange(from, bound(from, range.to(), depth, rest, 1));
    }

    /** All spellings of a folded word. */
    TermRange spellings(String folded) {
        return narrowed(all(), 0, folded + END);
    }

    /** Those terms of {@code range} whose folded part has just {@code length} characters. */
    TermRange ending(TermRange range, int length) {
        return narrowed(range, length, String.valueOf(END));
    }

    /**
     * Tells every range of terms that begin with {@code word} after one letter was changed, added, dropped or
     * swapped.
     */
    void eachWithOneTypo(String word, TypoListener listener) {
        TermRange same = all();
        for (int at = 0; at < word.length() && !same.isEmpty(); at++) {
            String rest = word.substring(at);
            String behind = word.substring(at + 1);
            tell(narrowed(same, at, behind), word.length() - 1, at, listener);
            if (at + 1 < word.length() && rest.charAt(0) != rest.charAt(1)) {
                String swapped = "" + rest.charAt(1) + rest.charAt(0) + rest.substring(2);
                tell(narrowed(same, at, swapped), word.length(), at, listener);
            }
            for (int term = same.from(); term < same.to(); ) {
                String letter = String.valueOf(charAt(term, at));
                TermRange other = new TermRange(term, bound(term, same.to(), at, letter, 1));
                tell(narrowed(other, at + 1, rest), word.length() + 1, at, listener);
                tell(narrowed(other, at + 1, behind), word.length(), at, listener);
                term = other.to();
            }
            same = narrowed(same, at, rest.substring(0, 1));
        }
    }

    private static void tell(TermRange range, int length, int at, TypoListener listener) {
        if (!range.isEmpty()) {
            listener.found(range, length, at);
        }
    }

    /** The first term of the range whose comparison with {@code rest} is {@code sign} or more. */
    private int bound(int from, int to, int depth, String rest, int sign) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, depth, rest) < sign) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int term, int depth, String rest) {
        for (int i = 0; i < rest.length(); i++) {
            int difference = charAt(term, depth + i) - rest.charAt(i);
            if (difference != 0) {
                return Integer.signum(difference);
            }
        }
        return 0;
    }

    private char charAt(int term, int depth) {
        int at = starts[term] + depth;
        return at < starts[term + 1] ? text[at] : END;
    }

    /** Hears of terms that differ from a word by one typo. */
    interface TypoListener {

        /**
         * These terms begin with the word once its typo is mended.
         *
         * @param length how many characters of each term are the word with its typo mended; more may follow
         * @param at where in the word the typo is
         */
        void found(TermRange terms, int length, int at);
    }
}
