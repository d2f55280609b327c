package org.einlass.kiosk.queue;

import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.id.RegistrationId;
import org.jspecify.annotations.Nullable;

/**
 * One print of one badge, as it is kept over a restart: ids only, no name, no page. A page is rendered again
 * when it is needed again.
 *
 * @param print the print's id, and the name of the printer's job
 * @param scan the scan, or the desk's entry, that asked for it
 * @param badge look-up id of the code that the badge bears; a reprint bears another one
 * @param printer the name of the printer that has it, or was given it
 * @param staff who stands at the desk that prints it; null where guests serve themselves
 */
public record PrintJob(
        EntryId print,
        EntryId scan,
        RegistrationId registration,
        LookupId badge,
        Phase phase,
        @Nullable OperatorId staff,
        String printer,
        Stage stage) {

    /** How far a print has come. */
    public enum Stage {
        /** It may have been sent, or not: the printer must be asked. */
        RENDERED,
        /** The printer has it. */
        ACCEPTED,
        /** The printer says that it came out. */
        PRINTED,
        /** Nothing came out, and nothing will. */
        FAILED,
        /** A printer that tells nothing has it, and nobody will ever know more. */
        HANDED_OVER,
        /** Nobody can say whether it came out; a person decides. */
        UNCLEAR;

        /** Whether something may still come out of it, or a person must look. */
        public boolean isOpen() {
            return this == RENDERED || this == ACCEPTED || this == UNCLEAR;
        }
    }

    /** The same print, so far. */
    public PrintJob at(Stage next) {
        return new PrintJob(print, scan, registration, badge, phase, staff, printer, next);
    }

    /** The same print, at another printer. */
    public PrintJob by(String otherPrinter) {
        return new PrintJob(print, scan, registration, badge, phase, staff, otherPrinter, stage);
    }
}
