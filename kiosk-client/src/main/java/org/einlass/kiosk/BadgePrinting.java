package org.einlass.kiosk;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.einlass.contract.Wording;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.PrintStage;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.Journal;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.gate.SerialExecutor;
import org.einlass.kiosk.print.BadgePrinter;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.kiosk.print.PrinterWatch;
import org.einlass.kiosk.print.RollCount;
import org.einlass.kiosk.queue.PageSource;
import org.einlass.kiosk.queue.PrintJob;
import org.einlass.kiosk.queue.PrintJobs;
import org.einlass.kiosk.queue.PrintQueue;
import org.einlass.reports.badge.Badge;
import org.einlass.reports.badge.BadgeContent;
import org.jspecify.annotations.Nullable;

/** Prints badges one after the other on the printer's loop, and journals how far each has come. */
final class BadgePrinting implements PrintQueue.Listener {
    private static final Logger LOG = System.getLogger(BadgePrinting.class.getName());
    /** What the server and the console read of a print that a person must decide. */
    private static final String UNCLEAR = "UNCLEAR";

    private final Parts parts;
    private final PrinterWatch watch;
    private final PrintQueue queue;
    private final Runnable changed;
    private volatile boolean stopped;
    private volatile String told = "";

    /**
     * What printing needs.
     *
     * @param printers the device's own first, then the neighbours that help out
     */
    record Parts(
            SerialExecutor loop,
            DeviceClock clock,
            Supplier<EntryId> ids,
            Journal journal,
            PrintJobs jobs,
            BadgeRenderers renderers,
            List<BadgePrinter> printers,
            RollCount roll,
            KioskView view) {}

    /** @param changed told when the server should hear at once how printing goes */
    BadgePrinting(Parts parts, Runnable changed) {
        this.parts = parts;
        this.changed = changed;
        this.queue = new PrintQueue(parts.printers(), parts.jobs(), this, System::nanoTime);
        this.watch = new PrinterWatch(parts.loop(), parts.printers().get(0), this::judge, this::report, this::looked);
    }

    /** Prints nothing more; what waits to be printed is forgotten. From any thread. */
    void stop() {
        stopped = true;
    }

    /** Prints again. From any thread. */
    void resume() {
        stopped = false;
    }

    /** Takes up what an earlier start has left, looks at the printer, and goes on looking. Once, on the loop. */
    void watch() {
        try {
            queue.recover();
        } catch (JournalException unreadable) {
            LOG.log(Level.ERROR, "The prints of an earlier start cannot be read.", unreadable);
        }
        watch.begin();
    }

    private PrinterStatus judge(PrinterStatus status) {
        return parts.roll().judge(parts.renderers().judge(status));
    }

    private void report(PrinterStatus status) {
        Level level = status.condition() == PrinterStatus.Condition.READY ? Level.INFO : Level.WARNING;
        LOG.log(level, status.sentence().in(OperatorMessages.ofThisMachine().language()));
        parts.view().printer(status);
    }

    private void looked(PrinterStatus status) {
        queue.follow(status);
        if (!told.equals(word())) {
            told = word();
            changed.run();
        }
    }

    /** How printing goes, in one word for the server. From any thread. */
    String word() {
        PrinterStatus status = watch.latest();
        return !status.isBlocked() && unclear() > 0 ? UNCLEAR : status.word();
    }

    /** How the device's own printer was when it was looked at last. From any thread. */
    PrinterStatus status() {
        return watch.latest();
    }

    private long unclear() {
        return queue.open().stream()
                .filter(job -> job.stage() == PrintJob.Stage.UNCLEAR)
                .count();
    }

    /** The print of which nobody can say whether it came out, of one attendee's badge. From any thread. */
    Optional<PrintJob> unclear(RegistrationId registration) {
        return queue.unclear(registration);
    }

    /** A person has looked and decided whether an unclear print came out. From any thread. */
    void decide(EntryId print, boolean cameOut) {
        parts.loop().execute(() -> {
            queue.decide(print, cameOut);
            watch.look();
        });
    }

    /**
     * Prints the badge of {@code scan}. From any thread.
     *
     * @param staff who stands at the desk that prints it; null where guests serve themselves
     */
    void print(EntryId scan, BadgeOrder order, DoorSheet sheet, @Nullable OperatorId staff) {
        parts.loop().execute(() -> set(scan, order, sheet, staff));
    }

    private void set(EntryId scan, BadgeOrder order, DoorSheet sheet, @Nullable OperatorId staff) {
        if (stopped) {
            return;
        }
        parts.view().printing(scan);
        PrintJob job = job(scan, order, sheet, staff);
        Badge badge = BadgeContent.of(sheet).badge(order);
        PrinterStatus own = watch.latest();
        parts.renderers()
                .set(badge, order.category(), own)
                .<Runnable>fold(
                        ready -> () ->
                                submit(job, parts.renderers().source(badge, order.category(), own, ready.pages())),
                        unfit -> () -> unfit(job, new Wording(unfit.german(), unfit.english())))
                .run();
    }

    private PrintJob job(EntryId scan, BadgeOrder order, DoorSheet sheet, @Nullable OperatorId staff) {
        EntryId print = parts.ids().get();
        LookupId badge = Code.parse(order.code())
                .map(code -> sheet.salt().lookupId(code))
                .orElseGet(() -> withoutCode(print));
        String printer = parts.printers().get(0).name();
        return new PrintJob(
                print, scan, order.registration(), badge, sheet.phase(), staff, printer, PrintJob.Stage.RENDERED);
    }

    /** No letter is cut in half: it could not be written down. */
    private static String shortened(String printer) {
        int end = Math.min(printer.length(), JournalEntry.Printed.LONGEST_PRINTER);
        boolean half = end < printer.length() && Character.isHighSurrogate(printer.charAt(end - 1));
        return printer.substring(0, half ? end - 1 : end);
    }

    /** A badge whose code is none of ours has no look-up id: its print stands for it. */
    private static LookupId withoutCode(EntryId print) {
        return new LookupId(print.toString().replace("-", ""));
    }

    private void submit(PrintJob job, PageSource pages) {
        queue.submit(job, pages);
        watch.look();
    }

    private void unfit(PrintJob job, Wording sentence) {
        note(job, PrintStage.FAILED);
        delayed(job, sentence);
    }

    @Override
    public void reached(PrintJob job, String where) {
        stage(job.stage()).ifPresent(stage -> note(job, stage));
        if (job.stage() == PrintJob.Stage.PRINTED || job.stage() == PrintJob.Stage.HANDED_OVER) {
            count(job);
        }
        if (job.stage() == PrintJob.Stage.PRINTED) {
            parts.view().printed(job.scan(), where);
        }
    }

    private static Optional<PrintStage> stage(PrintJob.Stage stage) {
        return switch (stage) {
            case RENDERED -> Optional.of(PrintStage.RENDERED);
            case ACCEPTED -> Optional.of(PrintStage.ACCEPTED);
            case PRINTED -> Optional.of(PrintStage.PRINTED);
            case FAILED -> Optional.of(PrintStage.FAILED);
            case UNCLEAR -> Optional.of(PrintStage.UNCLEAR);
            case HANDED_OVER -> Optional.empty();
        };
    }

    @Override
    public void handedOver(PrintJob job) {
        parts.view().handedOver(job.scan(), job.printer());
    }

    /** A label of the device's own roll is used. */
    private void count(PrintJob job) {
        if (job.printer().equals(parts.printers().get(0).name())) {
            parts.roll().printed();
        }
    }

    /** How many labels are left on the printer's roll; empty where nobody knows. From any thread. */
    OptionalInt labels() {
        return parts.roll().left();
    }

    @Override
    public void delayed(PrintJob job, Wording sentence) {
        LOG.log(Level.WARNING, sentence.in(OperatorMessages.ofThisMachine().language()));
        parts.view().notPrinted(job.scan(), sentence);
    }

    @Override
    public void notKept(PrintJob job, JournalException why) {
        LOG.log(Level.ERROR, "A print could not be kept on the disk; it is printed all the same.", why);
    }

    /**
     * A stage that cannot be journalled does not stop the guest: nobody knows of the print then, and it comes
     * again.
     */
    private void note(PrintJob job, PrintStage stage) {
        if (job.badge().equals(withoutCode(job.print()))) {
            return;
        }
        try {
            parts.journal()
                    .write(sequence -> new JournalEntry.Printed(
                            new EntryHead(
                                    parts.ids().get(),
                                    sequence,
                                    job.phase(),
                                    parts.clock().stamp(),
                                    job.staff()),
                            job.print(),
                            job.scan(),
                            job.registration(),
                            job.badge(),
                            stage,
                            shortened(job.printer())));
        } catch (JournalException full) {
            LOG.log(Level.ERROR, "A print could not be journalled.", full);
        }
    }
}
