package org.einlass.kiosk;

import java.util.List;
import java.util.Optional;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.print.BadgePrinter;
import org.einlass.kiosk.print.JobState;
import org.einlass.kiosk.print.PrintKind;
import org.einlass.kiosk.print.PrintMessages;
import org.einlass.kiosk.print.PrintResult;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.reports.PrintedPages;

/** A kiosk without a printer: its badges lie at the counter. */
final class NoPrinter implements BadgePrinter {
    private static final PrintResult.Refused NOT_HERE =
            new PrintResult.Refused(PrintResult.Reason.NO_SUCH_QUEUE, PrintMessages.say("print.noPrinter"));

    @Override
    public String name() {
        return "-";
    }

    @Override
    public PrinterStatus status() {
        return new PrinterStatus(
                name(), PrinterStatus.Condition.NONE, List.of(), List.of(), List.of(), false, Optional.empty());
    }

    @Override
    public JobState job(EntryId print) {
        return JobState.NOT_THERE;
    }

    @Override
    public PrintResult print(EntryId print, PrintKind kind, PrintedPages pages) {
        return NOT_HERE;
    }
}
