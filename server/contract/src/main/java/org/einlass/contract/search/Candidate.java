package org.einlass.contract.search;

import java.util.EnumSet;
import java.util.Set;

/**
 * An entry that fits a query, ordered before those that fit worse; of equal ones by family name, given name
 * and id.
 *
 * @param lacking how many words of the query the entry lacks
 * @param fieldBits where the others were found
 */
record Candidate<K>(Segment<K> segment, int entry, int lacking, int score, int fieldBits)
        implements Comparable<Candidate<K>> {

    @Override
    public int compareTo(Candidate<K> other) {
        if (lacking != other.lacking) {
            return Integer.compare(lacking, other.lacking);
        }
        if (score != other.score) {
            return Integer.compare(other.score, score);
        }
        EntryColumns<K> here = segment.entries();
        EntryColumns<K> there = other.segment.entries();
        int families = compareTerms(here.familyName(entry), other, there.familyName(other.entry));
        if (families != 0) {
            return families;
        }
        int given = compareTerms(here.givenName(entry), other, there.givenName(other.entry));
        return given != 0 ? given : here.compareIds(entry, there, other.entry);
    }

    SearchHit<K> hit(int rank) {
        Set<SearchField> fields = EnumSet.noneOf(SearchField.class);
        for (SearchField field : SearchField.values()) {
            if ((fieldBits & field.bit()) != 0) {
                fields.add(field);
            }
        }
        EntryColumns<K> entries = segment.entries();
        return new SearchHit<>(entries.id(entry), entries.key(entry), rank, fields, lacking == 0);
    }

    private int compareTerms(int term, Candidate<K> other, int otherTerm) {
        return segment == other.segment
                ? Integer.compare(term, otherTerm)
                : segment.terms()
                        .vocabulary()
                        .compare(term, other.segment.terms().vocabulary(), otherTerm);
    }
}
