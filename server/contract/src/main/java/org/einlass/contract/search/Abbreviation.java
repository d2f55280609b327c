package org.einlass.contract.search;

/** A word of an organisation that was cut and dotted: "Min." for "Ministerium". */
final class Abbreviation {
    static final String DOT = ".";

    /** With fewer letters before the dot it would stand for too many words. */
    static final int SHORTEST = 3;

    private Abbreviation() {}

    /** The term of a vocabulary for an abbreviation; the dot keeps it apart from whole words. */
    static String term(String word) {
        return NameFolding.fold(word) + DOT;
    }
}
