package org.einlass.contract.search;

import java.util.Collection;
import org.einlass.contract.id.RegistrationId;

/** An unchangeable part of the index; what was removed from it since is only marked as gone. */
final class Segment<K> {
    private final EntryColumns<K> entries;
    private final TermPostings terms;
    private final CodePostings codes;
    private final long[] gone;
    private final int live;

    Segment(EntryColumns<K> entries, TermPostings terms, CodePostings codes) {
        this(entries, terms, codes, new long[(entries.size() + Long.SIZE - 1) / Long.SIZE], entries.size());
    }

    private Segment(EntryColumns<K> entries, TermPostings terms, CodePostings codes, long[] gone, int live) {
        this.entries = entries;
        this.terms = terms;
        this.codes = codes;
        this.gone = gone;
        this.live = live;
    }

    EntryColumns<K> entries() {
        return entries;
    }

    TermPostings terms() {
        return terms;
    }

    CodePostings codes() {
        return codes;
    }

    /** How many entries are not gone. */
    int live() {
        return live;
    }

    boolean isGone(int entry) {
        return (gone[entry / Long.SIZE] & 1L << entry) != 0;
    }

    /** The same segment without those of {@code ids} that it has. */
    Segment<K> without(Collection<RegistrationId> ids) {
        long[] less = gone;
        int left = live;
        for (RegistrationId id : ids) {
            int entry = entries.find(id);
            if (entry >= 0 && (less[entry / Long.SIZE] & 1L << entry) == 0) {
                less = less == gone ? gone.clone() : less;
                less[entry / Long.SIZE] |= 1L << entry;
                left--;
            }
        }
        return left == live ? this : new Segment<>(entries, terms, codes, less, left);
    }

    /** Whether so many entries are gone that the segment is worth writing anew. */
    boolean isMostlyGone() {
        return live < entries.size() / 2;
    }
}
