package org.einlass.kiosk;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.einlass.contract.Wording;
import org.einlass.contract.code.Code;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.OperatorId;
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
import org.einlass.kiosk.print.PrintResult;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.kiosk.print.PrinterWatch;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.badge.BadgeRenderer;
import org.jspecify.annotations.Nullable;

/** Prints badges one after the other on the printer's loop, and journals how far each has come. */
final class BadgePrinting {
    private static final Logger LOG = System.getLogger(BadgePrinting.class.getName());

    private final SerialExecutor serialExecutor;
    private final DeviceClock clock;
    private final Supplier<EntryId> ids;
    private final Journal journal;
    private final BadgeRenderer press;
    private final BadgePrinter printer;
    private final KioskView view;
    private final PrinterWatch watch;
    private volatile boolean stopped;

    BadgePrinting(
            SerialExecutor serialExecutor,
            DeviceClock clock,
            Supplier<EntryId> ids,
            Journal journal,
            BadgeRenderer press,
            BadgePrinter printer,
            KioskView view,
            Runnable changed) {
        this.serialExecutor = serialExecutor;
        this.clock = clock;
        this.ids = ids;
        this.journal = journal;
        this.press = press;
        this.printer = printer;
        this.view = view;
        this.watch = new PrinterWatch(serialExecutor, printer, status -> {
            report(status);
            changed.run();
        });
    }

    /** Prints nothing more; what waits to be printed is forgotten. From any thread. */
    void stop() {
        stopped = true;
    }

    /** Prints again. From any thread. */
    void resume() {
        stopped = false;
    }

    /** Looks at the printer, and goes on looking. Once, on the printer's loop. */
    void watch() {
        watch.begin();
    }

    private void report(PrinterStatus status) {
        Level level = status.condition() == PrinterStatus.Condition.READY ? Level.INFO : Level.WARNING;
        LOG.log(level, status.sentence().in(OperatorMessages.ofThisMachine().language()));
        view.printer(status);
    }

    /** How the printer is. From any thread. */
    PrinterStatus status() {
        return watch.latest();
    }

    /**
     * Prints the badge of {@code scan}. From any thread.
     *
     * @param staff who stands at the desk that prints it; null where guests serve themselves
     */
    void print(EntryId scan, BadgeOrder order, DoorSheet sheet, @Nullable OperatorId staff) {
        serialExecutor.execute(() -> set(scan, order, sheet, staff));
    }

    private void set(EntryId scan, BadgeOrder order, DoorSheet sheet, @Nullable OperatorId staff) {
        if (stopped) {
            return;
        }
        view.printing(scan);
        Job job = new Job(scan, ids.get(), order, sheet, staff);
        press.set(BadgeContent.badge(order, sheet))
                .<Runnable>fold(
                        ready -> () -> hand(job, ready.pages()),
                        unfit -> () -> failed(job, new Wording(unfit.german(), unfit.english())))
                .run();
    }

    private record Job(
            EntryId scan,
            EntryId print,
            BadgeOrder order,
            DoorSheet sheet,
            @Nullable OperatorId staff) {}

    private void hand(Job job, PrintedPages pages) {
        note(job, PrintStage.RENDERED);
        printer.print(job.print(), pages)
                .<Runnable>fold(new PrintResult.Cases<>() {
                    @Override
                    public Runnable accepted(PrintResult.Accepted accepted) {
                        return () -> printed(job, PrintStage.ACCEPTED, accepted.queue());
                    }

                    @Override
                    public Runnable written(PrintResult.Written written) {
                        return () -> printed(
                                job,
                                PrintStage.PRINTED,
                                String.valueOf(written.file().getFileName()));
                    }

                    @Override
                    public Runnable refused(PrintResult.Refused refused) {
                        return () -> failed(job, refused.sentence());
                    }

                    @Override
                    public Runnable inDoubt(PrintResult.InDoubt inDoubt) {
                        return () -> failed(job, inDoubt.sentence());
                    }
                })
                .run();
        watch.look();
    }

    private void printed(Job job, PrintStage stage, String where) {
        note(job, stage);
        view.printed(job.scan(), where);
    }

    private void failed(Job job, Wording sentence) {
        note(job, PrintStage.FAILED);
        LOG.log(Level.WARNING, sentence.german());
        view.notPrinted(job.scan(), sentence);
    }

    /**
     * A stage that cannot be journalled does not stop the guest: nobody knows of the print then, and it comes
     * again.
     */
    private void note(Job job, PrintStage stage) {
        try {
            Code.parse(job.order().code())
                    .ifPresent(code -> journal.write(sequence -> new JournalEntry.Printed(
                            new EntryHead(ids.get(), sequence, job.sheet().phase(), clock.stamp(), job.staff()),
                            job.print(),
                            job.scan(),
                            job.order().registration(),
                            job.sheet().salt().lookupId(code),
                            stage)));
        } catch (JournalException full) {
            LOG.log(Level.ERROR, "A print could not be journalled.", full);
        }
    }
}
