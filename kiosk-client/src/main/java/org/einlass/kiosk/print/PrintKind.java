package org.einlass.kiosk.print;

import org.einlass.reports.PrintedPages;

/** What is printed, and so which of its pages come out and on which sides of the paper. */
public enum PrintKind {
    /** The front and the back of one sheet; the back is left out where the printer does not turn sheets over. */
    BADGE,
    /** Pages to read: all of them, on both sides where the printer turns sheets over. */
    DOCUMENT,
    /** Sheets to cut up or hand out: all of them, each on a side of its own. */
    CARDS;

    /** Whether these pages go on both sides of the paper, by a printer that does so or does not. */
    public boolean isTwoSided(PrintedPages pages, boolean turnsSheetsOver) {
        return this != CARDS && turnsSheetsOver && pages.count() > 1;
    }

    /** The pages that come out. */
    public PrintedPages sides(PrintedPages pages, boolean twoSided) {
        return this == BADGE && !twoSided ? pages.first() : pages;
    }
}
