package org.einlass.kiosk.print;

import java.awt.print.PageFormat;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.print.Doc;
import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.PrinterIsAcceptingJobs;
import javax.print.attribute.standard.QueuedJobCount;
import javax.print.attribute.standard.Sides;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.print.PrintResult.Accepted;
import org.einlass.kiosk.print.PrintResult.Reason;
import org.einlass.kiosk.print.PrintResult.Refused;
import org.einlass.reports.PrintedPages;

/**
 * A print queue of the operating system. It is looked up by its name for each badge, so that a printer may
 * come and go.
 *
 * <p>Pages go as PDF where the queue takes that, as CUPS does; else the operating system draws them. CUPS may
 * put a blank before the job's name.
 */
public final class QueuePrinter implements BadgePrinter {
    private static final Logger LOG = System.getLogger(QueuePrinter.class.getName());

    private final String queue;

    /** Badges for the queue that the operating system calls {@code queue}. */
    public QueuePrinter(String queue) {
        this.queue = queue;
    }

    @Override
    public String name() {
        return queue;
    }

    /** Never ready: such a queue tells no faults. It may tell how many jobs wait in it. */
    @Override
    public PrinterStatus status() {
        Optional<PrintService> found = find();
        if (found.isEmpty()) {
            return PrinterStatus.trouble(queue, PrinterFault.OFFLINE, missing().sentence());
        }
        PrintService service = found.get();
        if (service.getAttribute(PrinterIsAcceptingJobs.class) == PrinterIsAcceptingJobs.NOT_ACCEPTING_JOBS) {
            return PrinterStatus.trouble(queue, PrinterFault.REJECTING, PrintMessages.say("queue.stopped", queue));
        }
        QueuedJobCount waiting = service.getAttribute(QueuedJobCount.class);
        return PrinterStatus.unknown(queue, waiting == null ? -1 : waiting.getValue())
                .offering(PaperChoice.offered(service));
    }

    @Override
    public PrintResult print(EntryId print, PrintKind kind, PrintedPages pages) {
        Optional<PrintService> found = find();
        if (found.isEmpty()) {
            return missing();
        }
        PrinterStatus status = status();
        return status.isBlocked()
                ? new Refused(Reason.QUEUE_REFUSES, status.sentence())
                : print(found.get(), print, kind, pages);
    }

    @Override
    public JobState job(EntryId print) {
        return JobState.CANNOT_SAY;
    }

    private PrintResult print(PrintService service, EntryId print, PrintKind kind, PrintedPages pages) {
        PrintRequestAttributeSet wishes = new HashPrintRequestAttributeSet(new JobName(print.toString(), Locale.ROOT));
        PaperChoice.of(service, pages.pageable().getPageFormat(0).getPaper()).ifPresent(wishes::add);
        boolean twoSided = kind.isTwoSided(pages, service.isAttributeValueSupported(turning(pages), null, null));
        wishes.add(twoSided ? turning(pages) : Sides.ONE_SIDED);
        try {
            service.createPrintJob().print(document(service, kind.sides(pages, twoSided)), wishes);
            return new Accepted(queue);
        } catch (PrintException refusal) {
            LOG.log(Level.WARNING, "The queue " + queue + " did not take a print.", refusal);
            return refused(kind, refusal);
        }
    }

    /** Sheets are turned like the page of a book, about its upright edge. */
    private static Sides turning(PrintedPages pages) {
        return pages.pageable().getPageFormat(0).getOrientation() == PageFormat.LANDSCAPE
                ? Sides.TWO_SIDED_SHORT_EDGE
                : Sides.TWO_SIDED_LONG_EDGE;
    }

    private static Doc document(PrintService service, PrintedPages pages) {
        return service.isDocFlavorSupported(DocFlavor.BYTE_ARRAY.PDF)
                ? new SimpleDoc(pages.pdf(), DocFlavor.BYTE_ARRAY.PDF, null)
                : new SimpleDoc(pages.pageable(), DocFlavor.SERVICE_FORMATTED.PAGEABLE, null);
    }

    private Refused refused(PrintKind kind, PrintException refusal) {
        boolean noProgram = Stream.iterate((Throwable) refusal, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IOException
                        && String.valueOf(cause.getMessage()).matches("(?s).*Cannot run program.*/lpr.*"));
        return noProgram
                ? new Refused(Reason.PRINT_SYSTEM_INCOMPLETE, PrintMessages.say("lpr.missing"))
                : new Refused(Reason.QUEUE_REFUSES, PrintMessages.ofRefusal(kind, queue));
    }

    private Refused missing() {
        String known = queues().stream().map(PrintService::getName).collect(Collectors.joining(", "));
        return new Refused(
                Reason.NO_SUCH_QUEUE,
                known.isEmpty()
                        ? PrintMessages.say("queue.none", queue)
                        : PrintMessages.say("queue.missing", queue, known));
    }

    private Optional<PrintService> find() {
        return queues().stream()
                .filter(service -> service.getName().equals(queue))
                .findFirst();
    }

    private static List<PrintService> queues() {
        return Arrays.asList(PrintServiceLookup.lookupPrintServices(null, null));
    }
}
