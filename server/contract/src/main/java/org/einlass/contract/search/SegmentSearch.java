package org.einlass.contract.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.einlass.contract.code.LookupId;

/** Weighs the entries of one segment against a query. */
final class SegmentSearch<K> {
    /** More than all words of a query can bring: a code is right or not there. */
    private static final int CODE_SCORE = 10_000_000;

    /** What each word of a name costs, so that of equal matches the shorter name is first. */
    private static final int NAME_WORD_SCORE = 300;

    private static final int FIELD_BITS = 4;

    private final SearchQuery query;
    private final Segment<K> segment;
    private final int[] best;
    private final int[] scores;
    private final short[] fields;
    private final byte[] found;

    private SegmentSearch(SearchQuery query, Segment<K> segment) {
        this.query = query;
        this.segment = segment;
        int size = segment.entries().size();
        best = new int[size];
        scores = new int[size];
        fields = new short[size];
        found = new byte[size];
    }

    /** The {@code most} best entries, best first; all of them lack equally few words. */
    static <K> List<Candidate<K>> best(SearchQuery query, Segment<K> segment, int most) {
        SegmentSearch<K> search = new SegmentSearch<>(query, segment);
        search.weighWords();
        search.weighCodes();
        return search.best(most);
    }

    private void weighWords() {
        List<List<TermMatches.Match>> matches = query.readings().stream()
                .map(reading -> TermMatches.of(reading, segment.terms()))
                .toList();
        for (int word = 0; word < query.words(); word++) {
            for (int reading = 0; reading < matches.size(); reading++) {
                if (query.readings().get(reading).covers(word)) {
                    matches.get(reading).forEach(this::weigh);
                }
            }
            sum(query.mayLack().get(word) ? 0 : 1);
        }
    }

    /** Keeps for each entry the best match of the present word, with its field in the lower bits. */
    private void weigh(TermMatches.Match match) {
        TermPostings terms = segment.terms();
        int end = terms.from(match.terms().to());
        for (int at = terms.from(match.terms().from()); at < end; at++) {
            int posting = terms.posting(at);
            int field = Posting.field(posting);
            if ((match.fields() & 1 << field) != 0) {
                int entry = Posting.entry(posting);
                int weight = ((match.fit() * SearchField.of(field).weight()) << FIELD_BITS) | field;
                best[entry] = Math.max(best[entry], weight);
            }
        }
    }

    private void sum(int needed) {
        for (int entry = 0; entry < best.length; entry++) {
            int weight = best[entry];
            if (weight != 0) {
                scores[entry] += weight >>> FIELD_BITS;
                fields[entry] |= (short) (1 << (weight & (1 << FIELD_BITS) - 1));
                found[entry] += (byte) needed;
                best[entry] = 0;
            }
        }
    }

    private void weighCodes() {
        query.bookingNumber().ifPresent(number -> weighCode(CodePostings.key(number), SearchField.BOOKING_NUMBER));
        for (LookupId code : query.codes()) {
            weighCode(CodePostings.key(code), SearchField.CODE);
        }
    }

    private void weighCode(long key, SearchField field) {
        segment.codes().each(key, field, entry -> {
            scores[entry] += CODE_SCORE;
            fields[entry] |= (short) field.bit();
            found[entry] = (byte) query.needed();
        });
    }

    private List<Candidate<K>> best(int most) {
        int needed = query.needed();
        int mostFound = 0;
        for (int entry = 0; entry < found.length; entry++) {
            mostFound = found[entry] > mostFound && !segment.isGone(entry) ? found[entry] : mostFound;
        }
        if (needed > 0 && mostFound == 0) {
            return List.of();
        }
        PriorityQueue<Candidate<K>> queue = new PriorityQueue<>(Collections.reverseOrder());
        int least = 0;
        for (int entry = 0; entry < found.length; entry++) {
            if (found[entry] == mostFound && scores[entry] > 0 && !segment.isGone(entry)) {
                int score = scores[entry] - NAME_WORD_SCORE * segment.entries().nameWords(entry);
                if (queue.size() < most || score >= least) {
                    queue.add(new Candidate<>(segment, entry, needed - mostFound, score, fields[entry]));
                    if (queue.size() > most) {
                        queue.remove();
                    }
                    least = queue.element().score();
                }
            }
        }
        List<Candidate<K>> candidates = new ArrayList<>(queue);
        Collections.sort(candidates);
        return candidates;
    }
}
