package org.einlass.kiosk.print;

import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/**
 * How many labels are left on a printer's roll: what the printer says, else what a new roll holds less what was printed
 * since paper was out. A printer that tells no faults is taken to have a new roll when the old one must be empty. On the
 * printer's loop, except where it says otherwise.
 */
public final class RollCount {
    /** So many labels are left when the team is told to have a new roll ready, at most. */
    static final int FEW = 20;

    private static final int TENTH = 10;

    private final int full;
    private final BadgePrinter printer;
    private final IntConsumer memory;
    private int used;
    private boolean out;
    private boolean silent;
    private volatile OptionalInt left;

    /**
     * A count that goes on where an earlier start ended.
     *
     * @param full labels on a new roll; 0 where they are not to be counted
     * @param remembered how many were used before, 0 or more
     * @param memory keeps how many are used
     */
    public RollCount(int full, BadgePrinter printer, IntSupplier remembered, IntConsumer memory) {
        this.full = full;
        this.printer = printer;
        this.memory = memory;
        this.used = full == 0 ? 0 : remembered.getAsInt();
        this.left = counted();
    }

    /** The printer as it was looked at, with a warning where few labels are left. */
    public PrinterStatus judge(PrinterStatus status) {
        silent = status.condition() == PrinterStatus.Condition.UNKNOWN;
        boolean isOut = status.faults().contains(PrinterFault.PAPER_OUT);
        if (out && !isOut && !status.isBlocked()) {
            use(0);
        }
        out = isOut || (out && status.isBlocked());
        OptionalInt told = printer.labels();
        left = told.isPresent() ? told : counted();
        boolean few = left.isPresent() && left.getAsInt() <= few() && !status.isBlocked() && !silent;
        return few ? status.with(PrinterFault.PAPER_LOW) : status;
    }

    /** A badge came out of this printer. */
    public void printed() {
        if (full > 0) {
            use(used < full ? used + 1 : silent ? 1 : full);
        }
    }

    /** How many labels are left; empty where nobody knows. From any thread. */
    public OptionalInt left() {
        return left;
    }

    private int few() {
        return full == 0 ? FEW : Math.min(FEW, Math.max(1, full / TENTH));
    }

    private OptionalInt counted() {
        return full == 0 ? OptionalInt.empty() : OptionalInt.of(Math.max(0, full - used));
    }

    private void use(int labels) {
        if (full > 0 && used != labels) {
            used = labels;
            memory.accept(labels);
        }
        left = counted();
    }
}
