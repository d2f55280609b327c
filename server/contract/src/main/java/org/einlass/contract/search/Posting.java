package org.einlass.contract.search;

/** That a term stands in a field of an entry, as one number that sorts by entry. */
final class Posting {
    private static final int FIELD_BITS = 4;
    private static final int FIELD_MASK = (1 << FIELD_BITS) - 1;

    private Posting() {}

    static int of(int entry, SearchField field) {
        return entry << FIELD_BITS | field.number();
    }

    /** The same posting in another segment. */
    static int moved(int posting, int entry) {
        return entry << FIELD_BITS | field(posting);
    }

    static int entry(int posting) {
        return posting >>> FIELD_BITS;
    }

    static int field(int posting) {
        return posting & FIELD_MASK;
    }
}
