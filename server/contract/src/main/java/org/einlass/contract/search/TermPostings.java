package org.einlass.contract.search;

import java.util.Arrays;

/**
 * Which terms of a segment stand where: for each term the postings of its entries, and for each sound the
 * terms that sound so.
 */
final class TermPostings {
    private final Vocabulary vocabulary;
    private final int[] starts;
    private final int[] postings;
    private final long[] sounds;

    /**
     * @param starts where the postings of each term begin, and behind the last where they end
     * @param sounds sorted: the sound in the upper half, the term in the lower
     */
    private TermPostings(Vocabulary vocabulary, int[] starts, int[] postings, long[] sounds) {
        this.vocabulary = vocabulary;
        this.starts = starts;
        this.postings = postings;
        this.sounds = sounds;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    int from(int term) {
        return starts[term];
    }

    int posting(int at) {
        return postings[at];
    }

    /** The terms that sound like {@code sound}, in the order of the vocabulary. */
    int[] sounding(int sound) {
        int from = firstSound((long) sound << 32);
        int to = firstSound((long) (sound + 1) << 32);
        return Arrays.stream(sounds, from, to).mapToInt(pair -> (int) pair).toArray();
    }

    private int firstSound(long pair) {
        int at = Arrays.binarySearch(sounds, pair);
        return at >= 0 ? at : -at - 1;
    }

    /** Takes the terms one after the other, in their order. */
    static final class Builder {
        private char[] text = new char[1 << 10];
        private int[] textStarts = new int[1 << 8];
        private int[] starts = new int[1 << 8];
        private int[] postings;
        private long[] sounds = new long[1 << 8];
        private int terms;
        private int textEnd;
        private int end;
        private int soundCount;

        Builder(int mostPostings) {
            postings = new int[mostPostings];
        }

        /** Where the term begins whose postings are added next. */
        int begin() {
            return end;
        }

        void add(int posting) {
            postings[end++] = posting;
        }

        /**
         * Ends a term: its postings are those added since the last.
         *
         * @return its number
         */
        int end(String term) {
            Arrays.sort(postings, starts[terms], end);
            text = grown(text, textEnd + term.length());
            term.getChars(0, term.length(), text, textEnd);
            textEnd += term.length();
            textStarts = grown(textStarts, terms + 2);
            starts = grown(starts, terms + 2);
            addSound(term);
            terms++;
            textStarts[terms] = textEnd;
            starts[terms] = end;
            return terms - 1;
        }

        TermPostings build() {
            Arrays.sort(sounds, 0, soundCount);
            return new TermPostings(
                    new Vocabulary(Arrays.copyOf(text, textEnd), Arrays.copyOf(textStarts, terms + 1)),
                    Arrays.copyOf(starts, terms + 1),
                    Arrays.copyOf(postings, end),
                    Arrays.copyOf(sounds, soundCount));
        }

        private void addSound(String term) {
            if (!standsInAName()) {
                return;
            }
            for (int sound : CologneKey.of(Spelling.ofTerm(term))) {
                sounds = grown(sounds, soundCount + 1);
                sounds[soundCount++] = (long) sound << 32 | terms;
            }
        }

        private boolean standsInAName() {
            for (int at = starts[terms]; at < end; at++) {
                if ((SearchField.NAMES & 1 << Posting.field(postings[at])) != 0) {
                    return true;
                }
            }
            return false;
        }

        private static char[] grown(char[] array, int needed) {
            return needed <= array.length ? array : Arrays.copyOf(array, Math.max(needed, array.length * 2));
        }

        private static int[] grown(int[] array, int needed) {
            return needed <= array.length ? array : Arrays.copyOf(array, Math.max(needed, array.length * 2));
        }

        private static long[] grown(long[] array, int needed) {
            return needed <= array.length ? array : Arrays.copyOf(array, Math.max(needed, array.length * 2));
        }
    }
}
