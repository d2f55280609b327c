package org.einlass.kiosk.print;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.einlass.kiosk.gate.SerialExecutor;

/**
 * Looks at a printer again and again, and tells each change: a fault within 2 seconds, and that it is gone
 * within 2 seconds after it was mended.
 */
public final class PrinterWatch {
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** What reports nothing changes seldom, and asking the operating system for it is dear. */
    private static final Duration LONG_PAUSE = Duration.ofMillis(1900);

    private final SerialExecutor loop;
    private final BadgePrinter printer;
    private final UnaryOperator<PrinterStatus> judge;
    private final Consumer<PrinterStatus> changed;
    private final Consumer<PrinterStatus> looked;
    private volatile PrinterStatus latest;

    /**
     * A watch that does not look yet.
     *
     * @param loop the printer's
     * @param judge what the device makes of what the printer says
     * @param changed told of each change, on the loop
     * @param looked told after each look, on the loop
     */
    public PrinterWatch(
            SerialExecutor loop,
            BadgePrinter printer,
            UnaryOperator<PrinterStatus> judge,
            Consumer<PrinterStatus> changed,
            Consumer<PrinterStatus> looked) {
        this.loop = loop;
        this.printer = printer;
        this.judge = judge;
        this.changed = changed;
        this.looked = looked;
        this.latest = PrinterStatus.unknown(printer.shownName(), -1);
    }

    /** Looks now and goes on looking. Once, on the loop. */
    public void begin() {
        try {
            look();
        } finally {
            again();
        }
    }

    private void again() {
        if (latest.condition() != PrinterStatus.Condition.NONE) {
            loop.after(latest.condition() == PrinterStatus.Condition.UNKNOWN ? LONG_PAUSE : PAUSE, this::begin);
        }
    }

    /** Looks now. On the loop. */
    public void look() {
        PrinterStatus now = judge.apply(printer.status());
        if (!now.equals(latest)) {
            latest = now;
            changed.accept(now);
        }
        looked.accept(now);
    }

    /** How the printer was when it was looked at last. From any thread. */
    public PrinterStatus latest() {
        return latest;
    }
}
