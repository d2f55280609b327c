package org.einlass.contract.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.id.RegistrationId;

/** The entries of a segment column by column, in the order of their ids. */
final class EntryColumns<K> {
    private final long[] idsHigh;
    private final long[] idsLow;
    private final List<K> keys;
    private final byte[] nameWords;
    private final int[] familyNames;
    private final int[] givenNames;

    /** Room for {@code size} entries, to be added in the order of their ids before anybody reads. */
    EntryColumns(int size) {
        idsHigh = new long[size];
        idsLow = new long[size];
        keys = new ArrayList<>(size);
        nameWords = new byte[size];
        familyNames = new int[size];
        givenNames = new int[size];
    }

    /**
     * Adds the next entry.
     *
     * @param words of how many words the name is
     * @param familyName the term by which the entry is sorted first
     * @param givenName the term by which it is sorted then
     */
    void add(UUID id, K key, int words, int familyName, int givenName) {
        int entry = keys.size();
        idsHigh[entry] = id.getMostSignificantBits();
        idsLow[entry] = id.getLeastSignificantBits();
        nameWords[entry] = (byte) Math.min(Byte.MAX_VALUE, words);
        familyNames[entry] = familyName;
        givenNames[entry] = givenName;
        keys.add(key);
    }

    int size() {
        return idsHigh.length;
    }

    RegistrationId id(int entry) {
        return new RegistrationId(new UUID(idsHigh[entry], idsLow[entry]));
    }

    K key(int entry) {
        return keys.get(entry);
    }

    int nameWords(int entry) {
        return nameWords[entry];
    }

    int familyName(int entry) {
        return familyNames[entry];
    }

    int givenName(int entry) {
        return givenNames[entry];
    }

    /** Where the entry of this registration is, or -1. */
    int find(RegistrationId id) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compareIds(
                    middle, id.value().getMostSignificantBits(), id.value().getLeastSignificantBits());
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    int compareIds(int entry, EntryColumns<?> other, int otherEntry) {
        return compareIds(entry, other.idsHigh[otherEntry], other.idsLow[otherEntry]);
    }

    private int compareIds(int entry, long high, long low) {
        int order = Long.compareUnsigned(idsHigh[entry], high);
        return order != 0 ? order : Long.compareUnsigned(idsLow[entry], low);
    }
}
