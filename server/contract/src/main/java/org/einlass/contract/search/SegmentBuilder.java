package org.einlass.contract.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.einlass.contract.code.LookupId;

/** Makes a segment of entries. */
final class SegmentBuilder<K> {
    private final List<SearchEntry<K>> entries;
    private final List<EntryTerms> entryTerms = new ArrayList<>();
    private final Map<String, Term> terms = new HashMap<>();
    private final List<CodePostings.Row> codes = new ArrayList<>();

    private SegmentBuilder(Collection<SearchEntry<K>> unsorted) {
        entries =
                unsorted.stream().sorted(Comparator.comparing(SearchEntry::id)).toList();
        terms.put("", new Term());
    }

    /** A segment of {@code entries}, no two of one registration. */
    static <K> Segment<K> segment(Collection<SearchEntry<K>> entries) {
        return new SegmentBuilder<>(entries).build();
    }

    private Segment<K> build() {
        for (int at = 0; at < entries.size(); at++) {
            add(at, entries.get(at));
        }
        TermPostings postings = postings();
        EntryColumns<K> columns = new EntryColumns<>(entries.size());
        for (int at = 0; at < entries.size(); at++) {
            SearchEntry<K> entry = entries.get(at);
            EntryTerms of = entryTerms.get(at);
            columns.add(
                    entry.id().value(), entry.key(), of.nameWords(), number(of.familyName()), number(of.givenName()));
        }
        return new Segment<>(columns, postings, CodePostings.of(codes));
    }

    private void add(int at, SearchEntry<K> entry) {
        EntryTerms of = new EntryTerms(entry);
        entryTerms.add(of);
        for (EntryTerms.Occurrence occurrence : of.occurrences()) {
            terms.computeIfAbsent(occurrence.term(), term -> new Term()).add(Posting.of(at, occurrence.field()));
        }
        if (entry.bookingNumber() != null) {
            codes.add(new CodePostings.Row(
                    CodePostings.key(entry.bookingNumber()), Posting.of(at, SearchField.BOOKING_NUMBER)));
        }
        for (LookupId code : entry.codes()) {
            codes.add(new CodePostings.Row(CodePostings.key(code), Posting.of(at, SearchField.CODE)));
        }
    }

    private TermPostings postings() {
        TermPostings.Builder postings = new TermPostings.Builder(
                terms.values().stream().mapToInt(term -> term.count).sum());
        terms.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            Term term = entry.getValue();
            for (int i = 0; i < term.count; i++) {
                postings.add(term.postings[i]);
            }
            term.number = postings.end(entry.getKey());
        });
        return postings.build();
    }

    private int number(String term) {
        Term known = terms.get(term);
        return known == null ? 0 : known.number;
    }

    /** A term while its postings are gathered. */
    private static final class Term {
        private int[] postings = new int[2];
        private int count;
        private int number;

        void add(int posting) {
            postings = count < postings.length ? postings : Arrays.copyOf(postings, count * 2);
            postings[count++] = posting;
        }
    }
}
