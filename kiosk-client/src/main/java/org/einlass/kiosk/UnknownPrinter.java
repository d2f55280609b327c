package org.einlass.kiosk;

import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.print.BadgePrinter;
import org.einlass.kiosk.print.JobState;
import org.einlass.kiosk.print.PrintKind;
import org.einlass.kiosk.print.PrintMessages;
import org.einlass.kiosk.print.PrintResult;
import org.einlass.kiosk.print.PrinterFault;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.reports.PrintedPages;

/** A printer that a newer server assigned in a form that this version does not know: named to the team, prints nothing. */
final class UnknownPrinter implements BadgePrinter {
    private static final int LONGEST = 80;

    private final PrinterStatus status;

    /** @param assigned as the server wrote it */
    UnknownPrinter(String assigned) {
        String name = assigned.replaceAll("\\p{Cntrl}", " ");
        String shown = name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name;
        status = PrinterStatus.trouble(shown, PrinterFault.OFFLINE, PrintMessages.say("printer.unknownForm", shown));
    }

    @Override
    public String name() {
        return status.printer();
    }

    @Override
    public PrinterStatus status() {
        return status;
    }

    @Override
    public JobState job(EntryId print) {
        return JobState.NOT_THERE;
    }

    @Override
    public PrintResult print(EntryId print, PrintKind kind, PrintedPages pages) {
        return new PrintResult.Refused(PrintResult.Reason.NO_SUCH_QUEUE, status.sentence());
    }
}
