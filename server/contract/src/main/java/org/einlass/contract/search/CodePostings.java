package org.einlass.contract.search;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.code.LookupId;

/**
 * Booking numbers and codes of a segment. They are found whole only: a search that completes them would tell
 * them to whoever tries.
 */
final class CodePostings {
    private final long[] keys;
    private final int[] postings;

    private CodePostings(long[] keys, int[] postings) {
        this.keys = keys;
        this.postings = postings;
    }

    /** One code of one entry. */
    record Row(long key, int posting) {}

    static CodePostings of(List<Row> rows) {
        List<Row> sorted = rows.stream()
                .sorted((a, b) ->
                        a.key() != b.key() ? Long.compare(a.key(), b.key()) : Integer.compare(a.posting(), b.posting()))
                .toList();
        return new CodePostings(
                sorted.stream().mapToLong(Row::key).toArray(),
                sorted.stream().mapToInt(Row::posting).toArray());
    }

    static long key(BookingNumber number) {
        return Long.parseLong(number.digits());
    }

    /** Half of a look-up id is enough to find a code among millions. */
    static long key(LookupId code) {
        return Long.parseUnsignedLong(code.hex().substring(0, 16), 16);
    }

    int size() {
        return keys.length;
    }

    Row row(int at) {
        return new Row(keys[at], postings[at]);
    }

    /** Tells every entry that has this key in this field. */
    void each(long key, SearchField field, IntConsumer entries) {
        int at = Arrays.binarySearch(keys, key);
        while (at > 0 && keys[at - 1] == key) {
            at--;
        }
        for (; at >= 0 && at < keys.length && keys[at] == key; at++) {
            if (Posting.field(postings[at]) == field.number()) {
                entries.accept(Posting.entry(postings[at]));
            }
        }
    }
}
