package org.einlass.kiosk.queue;

import java.util.List;
import java.util.function.Consumer;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.print.BadgePrinter;
import org.einlass.kiosk.print.JobState;
import org.einlass.kiosk.print.PrintKind;
import org.einlass.kiosk.print.PrintResult;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.reports.PrintedPages;

/** Where a program that prints a badge may end without warning. */
public enum CrashMoment {
    NEVER,
    BEFORE_IT_IS_KEPT,
    BEFORE_IT_IS_SENT,
    AFTER_IT_WAS_SENT,
    BEFORE_ACCEPTED_IS_KEPT,
    AFTER_ACCEPTED_WAS_KEPT,
    BEFORE_PRINTED_IS_KEPT,
    AFTER_PRINTED_WAS_KEPT;

    /** The same memory, which tells each of its moments as it comes. */
    public static PrintJobs telling(PrintJobs jobs, Consumer<CrashMoment> reached) {
        return new TellingJobs(jobs, reached);
    }

    /** The same printer, which tells each of its moments as it comes. */
    public static BadgePrinter telling(BadgePrinter printer, Consumer<CrashMoment> reached) {
        return new TellingPrinter(printer, reached);
    }

    private record TellingJobs(PrintJobs jobs, Consumer<CrashMoment> reached) implements PrintJobs {
        @Override
        public void keep(PrintJob job) {
            switch (job.stage()) {
                case RENDERED -> reached.accept(BEFORE_IT_IS_KEPT);
                case ACCEPTED -> reached.accept(BEFORE_ACCEPTED_IS_KEPT);
                case PRINTED -> reached.accept(BEFORE_PRINTED_IS_KEPT);
                default -> {}
            }
            jobs.keep(job);
            switch (job.stage()) {
                case ACCEPTED -> reached.accept(AFTER_ACCEPTED_WAS_KEPT);
                case PRINTED -> reached.accept(AFTER_PRINTED_WAS_KEPT);
                default -> {}
            }
        }

        @Override
        public List<PrintJob> open() {
            return jobs.open();
        }
    }

    private record TellingPrinter(BadgePrinter printer, Consumer<CrashMoment> reached) implements BadgePrinter {
        @Override
        public String name() {
            return printer.name();
        }

        @Override
        public PrinterStatus status() {
            return printer.status();
        }

        @Override
        public PrintResult print(EntryId print, PrintKind kind, PrintedPages pages) {
            reached.accept(BEFORE_IT_IS_SENT);
            PrintResult result = printer.print(print, kind, pages);
            reached.accept(AFTER_IT_WAS_SENT);
            return result;
        }

        @Override
        public JobState job(EntryId print) {
            return printer.job(print);
        }

        @Override
        public boolean cancel(EntryId print) {
            return printer.cancel(print);
        }
    }
}
