package org.einlass.contract.search;

/** Neighbouring terms of a {@link Vocabulary}; {@code to} is the first that is none of them. */
record TermRange(int from, int to) {

    boolean isEmpty() {
        return from >= to;
    }
}
