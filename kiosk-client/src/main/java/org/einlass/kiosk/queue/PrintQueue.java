package org.einlass.kiosk.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.print.BadgePrinter;
import org.einlass.kiosk.print.JobState;
import org.einlass.kiosk.print.PrintMessages;
import org.einlass.kiosk.print.PrintResult;
import org.einlass.kiosk.print.PrinterFault;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.kiosk.queue.PrintJob.Stage;
import org.einlass.reports.PrintedPages;
import org.jspecify.annotations.Nullable;

/**
 * The prints of one device on their way to paper. What is sent stands on the disk before it is sent; after a
 * crash the printer is asked for each open print by its name, and nothing is sent again by itself: where the
 * printer has never had it, the print has failed and the guest's next scan prints it; where nobody can say,
 * it is unclear, and stays so until a person prints another badge for the attendee.
 *
 * <p>A printer that refuses a badge, or stands still with it and gives it back, leaves it to its neighbours.
 * On the printer's loop, except where it says otherwise.
 */
public final class PrintQueue {
    /** So long a guest waits before a printer that stands still. */
    static final Duration BLOCKED = Duration.ofSeconds(3);
    /** So long a guest waits for a badge of which nothing is known to be wrong. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private static final int ASKED_AT_ONCE = 8;
    private static final int PROOFS_OF_ABSENCE = 2;

    private final List<BadgePrinter> printers;
    private final PrintJobs jobs;
    private final Listener listener;
    private final LongSupplier nanoTime;
    private final Map<EntryId, OpenPrint> open = new LinkedHashMap<>();
    /** Printers that have told of a finished print: what they no longer know was taken from them. */
    private final Set<String> remembering = new HashSet<>();

    private volatile List<PrintJob> snapshot = List.of();

    /**
     * Hears how far prints come. The journal hears it before the queue keeps it: a crash between both makes
     * the queue ask the printer once more, and never makes the server believe that nothing was printed.
     */
    public interface Listener {
        /**
         * A print is at another stage than before.
         *
         * @param where the printer's name, or the file's
         */
        void reached(PrintJob job, String where);

        /** A printer that reports nothing has taken it: the badge may be there at any moment. */
        void handedOver(PrintJob job);

        /**
         * The badge will not lie in this printer's tray soon; the guest is told to wait elsewhere.
         *
         * @param sentence for the team
         */
        void delayed(PrintJob job, Wording sentence);

        /** The disk does not take a stage; printing goes on. */
        void notKept(PrintJob job, JournalException why);
    }

    /** One print that is not at its end. */
    private static final class OpenPrint {
        private PrintJob job;
        private @Nullable PageSource pages;
        private final long since;
        private long blockedSince;
        private boolean blocked;
        private boolean told;
        private boolean resent;
        private boolean taken;
        private boolean calledBack;
        private int absences;

        OpenPrint(PrintJob job, @Nullable PageSource pages, long since) {
            this.job = job;
            this.pages = pages;
            this.since = since;
            this.told = pages == null;
            this.taken = job.stage() == Stage.ACCEPTED || job.stage() == Stage.UNCLEAR;
        }
    }

    /**
     * A queue that knows of no print yet.
     *
     * @param printers the device's own first, then its neighbours in the order in which they help out
     */
    public PrintQueue(List<BadgePrinter> printers, PrintJobs jobs, Listener listener, LongSupplier nanoTime) {
        this.printers = List.copyOf(printers);
        this.jobs = jobs;
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    /** Takes up what an earlier start has left open. Once, before anything is submitted. */
    public void recover() {
        jobs.open().forEach(job -> open.put(job.print(), new OpenPrint(job, null, nanoTime.getAsLong())));
        show();
    }

    /** The prints that are not at their end, oldest first. From any thread. */
    public List<PrintJob> open() {
        return snapshot;
    }

    /**
     * Prints a badge, unless it is on its way already or a person must decide first.
     *
     * @param wanted at stage {@link Stage#RENDERED}
     */
    public void submit(PrintJob wanted, PageSource pages) {
        Optional<OpenPrint> earlier = open.values().stream()
                .filter(print -> print.job.badge().equals(wanted.badge()) && print.job.phase() == wanted.phase())
                .findFirst();
        if (earlier.isPresent()) {
            listener.delayed(
                    wanted,
                    PrintMessages.say("print.underWay", earlier.get().job.printer()));
            return;
        }
        replaceUnclear(wanted);
        OpenPrint print = new OpenPrint(wanted, pages, nanoTime.getAsLong());
        open.put(wanted.print(), print);
        deliver(print, pages, printers);
        show();
    }

    /** Whoever prints another badge for the same attendee has decided about the unclear one. */
    private void replaceUnclear(PrintJob wanted) {
        List.copyOf(open.values()).stream()
                .filter(print -> print.job.stage() == Stage.UNCLEAR
                        && print.job.registration().equals(wanted.registration())
                        && print.job.phase() == wanted.phase())
                .forEach(print -> end(print, Stage.FAILED));
    }

    /** The print of which nobody can say whether it came out, of one attendee's badge. From any thread. */
    public Optional<PrintJob> unclear(RegistrationId registration) {
        return snapshot.stream()
                .filter(job ->
                        job.stage() == Stage.UNCLEAR && job.registration().equals(registration))
                .findFirst();
    }

    /**
     * A person has looked at the printer and decided about an unclear print; without effect on any other.
     *
     * @param cameOut whether the badge is there; else it may be printed again
     */
    public void decide(EntryId print, boolean cameOut) {
        OpenPrint unclear = open.get(print);
        if (unclear != null && unclear.job.stage() == Stage.UNCLEAR) {
            end(unclear, cameOut ? Stage.PRINTED : Stage.FAILED);
            show();
        }
    }

    /** Gives the pages to the first printer that takes them. */
    private void deliver(OpenPrint print, PageSource source, List<BadgePrinter> candidates) {
        Wording refusal = PrintMessages.say("print.nowhere");
        for (BadgePrinter printer : candidates) {
            Optional<Wording> refused = deliver(print, source, printer);
            if (refused.isEmpty()) {
                return;
            }
            refusal = printer.equals(printers.get(0)) ? refused.get() : refusal;
        }
        end(print, Stage.FAILED);
        listener.delayed(print.job, refusal);
    }

    /** A refusal's sentence; empty where the printer has the pages, or may have them. */
    private Optional<Wording> deliver(OpenPrint print, PageSource source, BadgePrinter printer) {
        PrinterStatus status = printer.status();
        if (status.isBlocked()) {
            return Optional.of(status.sentence());
        }
        Optional<PrintedPages> pages = source.on(status);
        if (pages.isEmpty()) {
            return Optional.of(PrinterStatus.trouble(printer.name(), PrinterFault.OTHER_PAPER)
                    .sentence());
        }
        reach(print, print.job.by(printer.name()).at(Stage.RENDERED));
        return printer.print(print.job.print(), pages.get()).fold(new Delivery(print, printer));
    }

    /** What follows from a printer's answer; a refusal's sentence where the next printer may try. */
    private final class Delivery implements PrintResult.Cases<Optional<Wording>> {
        private final OpenPrint print;
        private final BadgePrinter printer;

        Delivery(OpenPrint print, BadgePrinter printer) {
            this.print = print;
            this.printer = printer;
        }

        @Override
        public Optional<Wording> accepted(PrintResult.Accepted result) {
            reach(print, print.job.at(Stage.ACCEPTED));
            if (!printer.equals(printers.get(0))) {
                tell(print, PrintMessages.say("print.elsewhere", printer.name()));
            }
            return Optional.empty();
        }

        @Override
        public Optional<Wording> written(PrintResult.Written result) {
            end(print, Stage.PRINTED, String.valueOf(result.file().getFileName()));
            return Optional.empty();
        }

        @Override
        public Optional<Wording> refused(PrintResult.Refused result) {
            return Optional.of(result.sentence());
        }

        @Override
        public Optional<Wording> inDoubt(PrintResult.InDoubt result) {
            return Optional.empty();
        }
    }

    /** Asks for the open prints, a few at a time. {@code own} is how the device's own printer is now. */
    public void follow(PrinterStatus own) {
        List<OpenPrint> next = List.copyOf(open.values());
        for (OpenPrint print : next.subList(0, Math.min(ASKED_AT_ONCE, next.size()))) {
            open.remove(print.job.print());
            open.put(print.job.print(), print);
            follow(print, own);
        }
        show();
    }

    private void follow(OpenPrint print, PrinterStatus own) {
        Optional<BadgePrinter> printer = printers.stream()
                .filter(known -> known.name().equals(print.job.printer()))
                .findFirst();
        JobState state = printer.map(known -> known.job(print.job.print())).orElse(JobState.CANNOT_SAY);
        switch (state) {
            case PRINTED -> {
                remembering.add(print.job.printer());
                end(print, Stage.PRINTED);
            }
            case FAILED -> failed(print);
            case WAITING, PRINTING, HELD_UP -> {
                if (print.job.stage() != Stage.ACCEPTED) {
                    reach(print, print.job.at(Stage.ACCEPTED));
                }
                watch(print, own);
            }
            case NOT_THERE -> absent(print);
            case CANNOT_SAY -> cannotSay(print, own);
            case UNREACHABLE -> watch(print, own);
        }
    }

    /** What this queue called back from a printer that stood still is the neighbours', however late it let go. */
    private void failed(OpenPrint print) {
        PageSource pages = print.pages;
        if (print.calledBack && pages != null) {
            print.calledBack = false;
            print.told = false;
            deliver(print, pages, printers.subList(1, printers.size()));
            return;
        }
        end(print, Stage.FAILED);
        tell(print, PrintMessages.say("print.givenUp", print.job.printer()));
    }

    /** The printer knows of no such job, and would know; what it once had may lie in its tray. */
    private void absent(OpenPrint print) {
        if (print.taken) {
            if (print.job.stage() != Stage.UNCLEAR) {
                unclear(print);
            }
            return;
        }
        print.absences++;
        if (print.absences < PROOFS_OF_ABSENCE) {
            return;
        }
        PageSource pages = print.pages;
        if (pages != null && !print.resent && print.job.stage() == Stage.RENDERED) {
            print.absences = 0;
            print.resent = true;
            deliver(print, pages, printers);
            return;
        }
        end(print, Stage.FAILED);
        tell(print, PrintMessages.say("print.neverArrived", print.job.printer()));
    }

    private void cannotSay(OpenPrint print, PrinterStatus own) {
        if (print.job.stage() == Stage.UNCLEAR) {
            return;
        }
        boolean silent = own.condition() == PrinterStatus.Condition.UNKNOWN;
        boolean forgetful = print.pages != null
                && own.condition() == PrinterStatus.Condition.READY
                && !remembering.contains(print.job.printer());
        if (print.job.stage() == Stage.ACCEPTED && (silent || forgetful)) {
            end(print, Stage.HANDED_OVER);
            if (!print.told) {
                listener.handedOver(print.job);
            }
            return;
        }
        unclear(print);
    }

    private void unclear(OpenPrint print) {
        reach(print, print.job.at(Stage.UNCLEAR));
        tell(print, PrintMessages.say("print.unclear", print.job.printer()));
    }

    /** A guest does not wait for ever, and a neighbour prints what stands still, if it is given back first. */
    private void watch(OpenPrint print, PrinterStatus own) {
        long now = nanoTime.getAsLong();
        if (!own.isBlocked()) {
            print.blocked = false;
        } else if (!print.blocked) {
            print.blocked = true;
            print.blockedSince = now;
        }
        boolean stands = print.blocked && now - print.blockedSince >= BLOCKED.toNanos();
        if (print.told || (!stands && now - print.since < LONGEST_WAIT.toNanos())) {
            return;
        }
        PageSource pages = print.pages;
        boolean atHome = print.job.printer().equals(printers.get(0).name());
        if (pages != null && atHome && printers.size() > 1) {
            print.calledBack = true;
            if (printers.get(0).cancel(print.job.print())) {
                failed(print);
                return;
            }
        }
        tell(print, own.isBlocked() ? own.sentence() : PrintMessages.say("print.slow", print.job.printer()));
    }

    private void tell(OpenPrint print, Wording sentence) {
        if (!print.told || print.job.stage() == Stage.UNCLEAR) {
            print.told = true;
            listener.delayed(print.job, sentence);
        }
    }

    private void end(OpenPrint print, Stage stage) {
        end(print, stage, print.job.printer());
    }

    private void end(OpenPrint print, Stage stage, String where) {
        print.pages = null;
        open.remove(print.job.print());
        reach(print, print.job.at(stage), where);
    }

    private void reach(OpenPrint print, PrintJob further) {
        reach(print, further, further.printer());
    }

    private void reach(OpenPrint print, PrintJob further, String where) {
        print.job = further;
        print.taken |= further.stage() == Stage.ACCEPTED;
        listener.reached(further, where);
        try {
            jobs.keep(further);
        } catch (JournalException full) {
            listener.notKept(further, full);
        }
    }

    private void show() {
        Collection<OpenPrint> all = open.values();
        snapshot = new ArrayList<>(all).stream().map(print -> print.job).toList();
    }
}
