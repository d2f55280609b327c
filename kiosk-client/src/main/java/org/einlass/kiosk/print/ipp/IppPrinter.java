package org.einlass.kiosk.print.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.MediaCol;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.awt.print.PageFormat;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.print.BadgePrinter;
import org.einlass.kiosk.print.JobState;
import org.einlass.kiosk.print.PaperSize;
import org.einlass.kiosk.print.PrintKind;
import org.einlass.kiosk.print.PrintMessages;
import org.einlass.kiosk.print.PrintResult;
import org.einlass.kiosk.print.PrintResult.Accepted;
import org.einlass.kiosk.print.PrintResult.InDoubt;
import org.einlass.kiosk.print.PrintResult.Reason;
import org.einlass.kiosk.print.PrintResult.Refused;
import org.einlass.kiosk.print.PrinterFault;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.reports.PrintedPages;
import org.jspecify.annotations.Nullable;

/**
 * A printer, or a queue of CUPS, that says how it is and what became of each job. Pages go as PDF; the job's
 * name is the print's id. A badge's back is printed where the printer turns sheets over; else it is left out, and never
 * comes as a second sheet. A document that fits none of the papers that are known to lie there is refused.
 */
public final class IppPrinter implements BadgePrinter {
    private static final Logger LOG = System.getLogger(IppPrinter.class.getName());
    /** A print system looks for its printer before each job; longer than this, and it does not find it. */
    private static final Duration CONNECTING = Duration.ofMillis(1500);

    private static final double HUNDREDTHS = 100;
    private static final String ONE_SIDED = "one-sided";

    private final String name;
    private final PrinterUri uri;
    private final IppConnection connection;
    private final PrinterJobs jobs;
    private final Limits limits;
    private long connectingSince = Long.MAX_VALUE;
    private @Nullable PrinterReport latest;
    private boolean answers;
    private boolean missing;

    /**
     * A printer that is not asked anything yet.
     *
     * @param name what the team calls it
     */
    public IppPrinter(String name, PrinterUri uri) {
        this(name, uri, Limits.USUAL);
    }

    IppPrinter(String name, PrinterUri uri, Limits limits) {
        this(name, uri, limits, new IppConnection(uri, limits.connecting()));
    }

    IppPrinter(String name, PrinterUri uri, Limits limits, IppConnection connection) {
        this.name = name;
        this.uri = uri;
        this.limits = limits;
        this.connection = connection;
        this.jobs = new PrinterJobs(uri.text(), connection, limits.listing());
    }

    /**
     * How long a printer is waited for.
     *
     * @param connecting until it takes the call
     * @param asking until it has said how it is
     * @param listing until it has told of jobs
     * @param sending until it has taken all pages
     */
    record Limits(Duration connecting, Duration asking, Duration listing, Duration sending) {
        static final Limits USUAL = new Limits(
                Duration.ofMillis(1200), Duration.ofMillis(1300), Duration.ofMillis(1500), Duration.ofSeconds(10));
    }

    @Override
    public String name() {
        return name;
    }

    /** Whether there was such a printer at its address when it was asked last. */
    public boolean answers() {
        return answers;
    }

    /** Whether what answers at its address said last that there is no such printer. */
    public boolean isMissing() {
        return missing;
    }

    @Override
    public PrinterStatus status() {
        answers = false;
        missing = false;
        try {
            IppPacket answer = connection.ask(
                    IppPacket.getPrinterAttributes(uri.text())
                            .putOperationAttributes(Types.requestedAttributes.of(PrinterReport.ASKED_FOR))
                            .build(),
                    limits.asking());
            if (answer.getCode() == Status.clientErrorNotFound.getCode()) {
                missing = true;
                return PrinterStatus.trouble(name, PrinterFault.OFFLINE, PrintMessages.say("ipp.missing", uri.words()));
            }
            PrinterReport report = new PrinterReport(answer);
            latest = report;
            answers = true;
            return report.status(name, isLongConnecting(report));
        } catch (IOException silent) {
            LOG.log(Level.DEBUG, () -> "The printer " + name + " is silent: " + silent.getMessage());
            return PrinterStatus.trouble(name, PrinterFault.OFFLINE);
        }
    }

    private boolean isLongConnecting(PrinterReport report) {
        long now = System.nanoTime();
        if (!report.isConnecting()) {
            connectingSince = Long.MAX_VALUE;
            return false;
        }
        connectingSince = connectingSince == Long.MAX_VALUE ? now : connectingSince;
        return now - connectingSince > CONNECTING.toNanos();
    }

    @Override
    public PrintResult print(EntryId print, PrintKind kind, PrintedPages pages) {
        PrinterStatus status = status();
        if (status.isBlocked()) {
            return new Refused(Reason.PRINTER_STOPPED, status.sentence());
        }
        PrinterReport report = latest;
        if (report != null && !report.takesPdf()) {
            return new Refused(Reason.NO_PDF, PrintMessages.say("ipp.noPdf", name));
        }
        try {
            PaperSize page = size(pages);
            if (kind != PrintKind.BADGE && isOnOtherPaper(status, page)) {
                return new Refused(Reason.OTHER_PAPER, otherPaper(status, page));
            }
            PaperSize paper = paper(status, page);
            boolean twoSided = kind.isTwoSided(pages, report != null && report.printsBothSides());
            PrintedPages sides = kind.sides(pages, twoSided);
            PrintedPages lying = paper.liesLike(page) ? sides : sides.turned();
            String turning = twoSided ? turning(page) : ONE_SIDED;
            return answered(print, kind, connection.send(order(print, paper, turning), lying.pdf(), limits.sending()));
        } catch (IOException silent) {
            LOG.log(Level.WARNING, () -> "The printer " + name + " has not answered: " + silent.getMessage());
            return notAnswered(kind, silent);
        }
    }

    /** What an answer that is none of the protocol, or none at all, says of the pages. */
    private PrintResult notAnswered(PrintKind kind, IOException silent) {
        if (IppConnection.isOutOfRoom(silent)) {
            return new Refused(Reason.QUEUE_REFUSES, PrintMessages.say("ipp.full", name));
        }
        if (IppConnection.isRefusal(silent)) {
            return new Refused(Reason.QUEUE_REFUSES, PrintMessages.ofRefusal(kind, name));
        }
        return IppConnection.isNothingTaken(silent)
                ? new Refused(
                        Reason.UNREACHABLE,
                        PrinterStatus.trouble(name, PrinterFault.OFFLINE).sentence())
                : new InDoubt(PrintMessages.say(kind == PrintKind.BADGE ? "ipp.inDoubt" : "document.inDoubt", name));
    }

    private PrintResult answered(EntryId print, PrintKind kind, IppPacket answer) {
        AttributeGroup job = answer.get(Tag.jobAttributes);
        Integer number = job == null ? null : job.getValue(Types.jobId);
        if (PrinterJobs.isSuccess(answer)) {
            if (number != null) {
                jobs.taken(print, number);
            }
            return new Accepted(name);
        }
        LOG.log(
                Level.WARNING,
                () -> "The printer " + name + " refused a print: "
                        + answer.getStatus().getName());
        Wording refusal = answer.getCode() == Status.serverErrorNotAcceptingJobs.getCode()
                ? PrinterStatus.trouble(name, PrinterFault.REJECTING).sentence()
                : PrintMessages.ofRefusal(kind, name);
        return new Refused(Reason.QUEUE_REFUSES, refusal);
    }

    /** Sheets are turned like the page of a book, about its upright edge. */
    private static String turning(PaperSize page) {
        return page.width() > page.height() ? "two-sided-short-edge" : "two-sided-long-edge";
    }

    private IppPacket order(EntryId print, PaperSize paper, String sides) {
        MediaCol.MediaSize size = new MediaCol.MediaSize(
                (int) Math.round(paper.width() * HUNDREDTHS), (int) Math.round(paper.height() * HUNDREDTHS));
        MediaCol media = new MediaCol();
        media.setMediaSize(size);
        return IppPacket.printJob(uri.text())
                .putOperationAttributes(
                        Types.requestingUserName.of("einlass"),
                        Types.jobName.of(print.toString()),
                        Types.documentFormat.of("application/pdf"))
                .putJobAttributes(Types.mediaCol.of(media), Types.printScaling.of("none"), Types.sides.of(sides))
                .build();
    }

    /** Pages are measured in whole points, papers in whole millimetres. */
    private static PaperSize size(PrintedPages pages) {
        PageFormat page = pages.pageable().getPageFormat(0);
        PaperSize measured = PaperSize.ofPoints(page.getWidth(), page.getHeight());
        return new PaperSize(Math.round(measured.width()), Math.round(measured.height()));
    }

    /** A badge is drawn for the paper that lies there; a document is not, and would stop the printer. */
    private static boolean isOnOtherPaper(PrinterStatus status, PaperSize page) {
        return !status.loaded().isEmpty() && status.loaded().stream().noneMatch(loaded -> loaded.matches(page));
    }

    private Wording otherPaper(PrinterStatus status, PaperSize page) {
        String loaded = status.loaded().stream().map(PaperSize::words).collect(Collectors.joining(", "));
        return PrintMessages.say("document.paper", name, page.words(), loaded);
    }

    /** The paper that lies in the printer, where it is the page's; else one of the page's size, upright. */
    private static PaperSize paper(PrinterStatus status, PaperSize page) {
        PaperSize upright = page.width() > page.height() ? page.turned() : page;
        return status.loaded().stream()
                .filter(loaded -> loaded.matches(page))
                .findFirst()
                .orElse(upright);
    }

    @Override
    public OptionalInt labels() {
        PrinterReport report = latest;
        return report == null ? OptionalInt.empty() : report.labels();
    }

    @Override
    public JobState job(EntryId print) {
        return jobs.state(print);
    }

    @Override
    public boolean cancel(EntryId print) {
        return jobs.cancel(print);
    }
}
