package org.einlass.contract.search;

import java.util.List;

/**
 * A word as it is written and as it is compared.
 *
 * @param literal in lower case
 * @param folded see {@link NameFolding#fold}
 */
record Spelling(String literal, String folded) {

    static Spelling of(String literal) {
        return new Spelling(literal, NameFolding.fold(literal));
    }

    /** Several words written as one: "hans", "peter" as "hanspeter". */
    static Spelling joined(List<String> literals) {
        return of(String.join("", literals));
    }

    /** The word that stands in a vocabulary as {@code term}. */
    static Spelling ofTerm(String term) {
        int end = term.indexOf(Vocabulary.END);
        return end < 0 ? new Spelling(term, term) : new Spelling(term.substring(end + 1), term.substring(0, end));
    }

    /**
     * What stands in a {@link Vocabulary}: the folded word, behind it the literal one where it differs. So
     * all spellings of a word are neighbours, and the one that was typed can be told from the others.
     */
    String term() {
        return literal.equals(folded) ? folded : folded + Vocabulary.END + literal;
    }
}
