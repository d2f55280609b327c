package org.einlass.reports;

/** What a printer can put on paper. */
public enum Inks {
    /** Full colour, anti-aliased. */
    COLOUR,
    /** One bit a dot: black or nothing. */
    BLACK
}
