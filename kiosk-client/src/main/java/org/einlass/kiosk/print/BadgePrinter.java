package org.einlass.kiosk.print;

import java.util.Optional;
import org.einlass.contract.id.EntryId;
import org.einlass.reports.PrintedPages;

/**
 * Where badges go: a printer's queue or a folder. Used by one thread, the printer's, and never by the one
 * that admits.
 */
public interface BadgePrinter {

    /** What a team calls it: the queue's or the folder's name. */
    String name();

    /** Asked at the start: what keeps this printer from working; empty where nothing is known to. */
    Optional<PrintResult.Refused> check();

    /**
     * Hands a badge over; takes as long as the printer takes, and never throws for what a printer or disk may
     * do.
     *
     * @param print the print's id and the job's name, by which the printer can be asked for it again
     */
    PrintResult print(EntryId print, PrintedPages pages);
}
