package org.einlass.kiosk.queue;

import java.util.Optional;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.reports.PrintedPages;

/** Sets one badge for whichever printer will have it: each may have other paper. */
@FunctionalInterface
public interface PageSource {

    /** The pages for a printer as it is now; empty where no badge fits its paper. */
    Optional<PrintedPages> on(PrinterStatus printer);
}
