package org.einlass.kiosk;

import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry.PrintStage;
import org.einlass.reports.PrintedPages;
import org.jspecify.annotations.Nullable;

/** Takes a badge's pages to paper or to a file; the job's name is the print's id. Used by the printer's thread. */
@FunctionalInterface
public interface BadgePrinting {

    /** Hands the pages over; may take as long as the printer takes. */
    Fate print(EntryId print, PrintedPages pages);

    /**
     * How far a badge has come.
     *
     * @param fault one sentence for staff; present exactly with {@link PrintStage#FAILED}
     */
    record Fate(PrintStage stage, @Nullable Wording fault) {

        public static Fate failed(Wording fault) {
            return new Fate(PrintStage.FAILED, fault);
        }
    }
}
