package org.einlass.contract.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes one segment of several and leaves out what is gone. No two of them hold the same registration alive.
 */
final class SegmentMerge<K> {
    private static final int DROPPED = -1;

    private final List<Segment<K>> sources;
    private final int[][] newEntries;
    private final int[][] newTerms;
    private final int size;

    private SegmentMerge(List<Segment<K>> sources) {
        this.sources = sources;
        newEntries = new int[sources.size()][];
        newTerms = new int[sources.size()][];
        for (int i = 0; i < sources.size(); i++) {
            newEntries[i] = new int[sources.get(i).entries().size()];
            newTerms[i] = new int[sources.get(i).terms().vocabulary().size()];
        }
        size = sources.stream().mapToInt(Segment::live).sum();
    }

    static <K> Segment<K> of(List<Segment<K>> sources) {
        return new SegmentMerge<>(sources).merge();
    }

    private Segment<K> merge() {
        int[] order = numberEntries();
        TermPostings terms = mergeTerms();
        return new Segment<>(columns(order), terms, codes());
    }

    /**
     * Numbers the entries that are left by their ids.
     *
     * @return the source of each
     */
    private int[] numberEntries() {
        int[] order = new int[size];
        int[] heads = new int[sources.size()];
        for (int next = 0; next < size; next++) {
            int first = DROPPED;
            for (int source = 0; source < heads.length; source++) {
                skipGone(source, heads);
                if (heads[source] < newEntries[source].length && (first < 0 || comesBefore(source, first, heads))) {
                    first = source;
                }
            }
            order[next] = first;
            newEntries[first][heads[first]++] = next;
        }
        for (int source = 0; source < heads.length; source++) {
            skipGone(source, heads);
        }
        return order;
    }

    private void skipGone(int source, int[] heads) {
        Segment<K> segment = sources.get(source);
        while (heads[source] < newEntries[source].length && segment.isGone(heads[source])) {
            newEntries[source][heads[source]++] = DROPPED;
        }
    }

    private boolean comesBefore(int source, int other, int[] heads) {
        EntryColumns<K> entries = sources.get(source).entries();
        return entries.compareIds(heads[source], sources.get(other).entries(), heads[other]) < 0;
    }

    private TermPostings mergeTerms() {
        int most = 0;
        for (Segment<K> source : sources) {
            most += source.terms().from(source.terms().vocabulary().size());
        }
        TermPostings.Builder merged = new TermPostings.Builder(most);
        int[] heads = new int[sources.size()];
        for (int first = firstTerm(heads); first >= 0; first = firstTerm(heads)) {
            mergeTerm(first, heads, merged);
        }
        return merged.build();
    }

    /** The source with the smallest term that is not yet merged, or {@link #DROPPED} behind the last. */
    private int firstTerm(int[] heads) {
        int first = DROPPED;
        for (int source = 0; source < heads.length; source++) {
            if (heads[source] < newTerms[source].length && (first < 0 || compareTerms(source, first, heads) < 0)) {
                first = source;
            }
        }
        return first;
    }

    private int compareTerms(int source, int other, int[] heads) {
        Vocabulary vocabulary = sources.get(source).terms().vocabulary();
        return vocabulary.compare(heads[source], sources.get(other).terms().vocabulary(), heads[other]);
    }

    private void mergeTerm(int first, int[] heads, TermPostings.Builder merged) {
        String term = sources.get(first).terms().vocabulary().term(heads[first]);
        int begin = merged.begin();
        List<Integer> owners = new ArrayList<>();
        for (int source = sources.size() - 1; source >= 0; source--) {
            if (heads[source] < newTerms[source].length && compareTerms(source, first, heads) == 0) {
                addPostings(source, heads[source], merged);
                owners.add(source);
            }
        }
        boolean isNeeded = merged.begin() > begin || term.isEmpty();
        int number = isNeeded ? merged.end(term) : DROPPED;
        for (int source : owners) {
            newTerms[source][heads[source]++] = number;
        }
    }

    private void addPostings(int source, int term, TermPostings.Builder merged) {
        TermPostings terms = sources.get(source).terms();
        for (int at = terms.from(term); at < terms.from(term + 1); at++) {
            int entry = newEntries[source][Posting.entry(terms.posting(at))];
            if (entry != DROPPED) {
                merged.add(Posting.moved(terms.posting(at), entry));
            }
        }
    }

    private EntryColumns<K> columns(int[] order) {
        EntryColumns<K> columns = new EntryColumns<>(size);
        int[] heads = new int[sources.size()];
        for (int source : order) {
            while (newEntries[source][heads[source]] == DROPPED) {
                heads[source]++;
            }
            int old = heads[source]++;
            EntryColumns<K> from = sources.get(source).entries();
            columns.add(
                    from.id(old).value(),
                    from.key(old),
                    from.nameWords(old),
                    newTerms[source][from.familyName(old)],
                    newTerms[source][from.givenName(old)]);
        }
        return columns;
    }

    private CodePostings codes() {
        List<CodePostings.Row> rows = new ArrayList<>();
        for (int source = 0; source < newEntries.length; source++) {
            CodePostings codes = sources.get(source).codes();
            for (int at = 0; at < codes.size(); at++) {
                CodePostings.Row row = codes.row(at);
                int entry = newEntries[source][Posting.entry(row.posting())];
                if (entry != DROPPED) {
                    rows.add(new CodePostings.Row(row.key(), Posting.moved(row.posting(), entry)));
                }
            }
        }
        return CodePostings.of(rows);
    }
}
