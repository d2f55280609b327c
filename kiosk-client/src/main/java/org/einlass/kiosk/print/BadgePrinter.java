package org.einlass.kiosk.print;

import java.util.OptionalInt;
import org.einlass.contract.id.EntryId;
import org.einlass.reports.PrintedPages;

/**
 * Where badges and documents go: a printer, a queue or a folder. Used by one thread, the printer's, and never by the
 * one that admits.
 */
public interface BadgePrinter {

    /** What a team calls it: the queue's or the folder's name, or the printer's address. */
    String name();

    /** How screens name it; of a folder its last part. */
    default String shownName() {
        return name();
    }

    /** How it is now; asks each time, and takes 2 seconds at most. */
    PrinterStatus status();

    /** How many labels are left on its roll, as far as it said so when it was asked last; asks nothing. */
    default OptionalInt labels() {
        return OptionalInt.empty();
    }

    /** Hands a badge over, as {@link #print(EntryId, PrintKind, PrintedPages)} does. */
    default PrintResult print(EntryId print, PrintedPages pages) {
        return print(print, PrintKind.BADGE, pages);
    }

    /** Whether what is printed stays on this machine as a file. */
    default boolean isFolder() {
        return false;
    }

    /**
     * Hands pages over; takes as long as the printer takes, and never throws for what a printer or disk may
     * do.
     *
     * @param print the print's id and the job's name, by which the printer can be asked for it again
     */
    PrintResult print(EntryId print, PrintKind kind, PrintedPages pages);

    /** What became of a print; asks each time, and takes 4 seconds at most. */
    JobState job(EntryId print);

    /**
     * Takes a print back, where that is possible.
     *
     * @return whether the printer has said that nothing of it will come out any more
     */
    default boolean cancel(EntryId print) {
        return false;
    }
}
