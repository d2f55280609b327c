package org.einlass.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.assertj.core.api.Assertions;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.print.PrintResult.Accepted;
import org.einlass.kiosk.print.PrintResult.Refused;
import org.einlass.kiosk.print.PrinterStatus.Condition;
import org.einlass.kiosk.print.ipp.IppPrinter;
import org.einlass.kiosk.print.ipp.PrinterUri;
import org.einlass.quality.NeedsProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real CUPS tells how its queues are and what became of each job. */
@NeedsProgram({"cupsd", "lpadmin", "cupsreject", "cupsdisable", "cupsenable"})
class CupsPrinterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path home;

    private static PrivateCups cups;
    private final TestPages pages = new TestPages();

    @BeforeAll
    static void startCups() throws Exception {
        cups = PrivateCups.start(home);
    }

    @AfterAll
    static void stopCups() throws Exception {
        if (cups != null) {
            cups.stop();
        }
    }

    @Test
    void followsAJobThroughARollThatIsEmptyAndChanged() throws Exception {
        IppPrinter printer = queue("Rolle");
        cups.deviceSays("Rolle", "media-empty-warning");
        EntryId print = print(1);

        assertThat(printer.print(print, pages)).isEqualTo(new Accepted("Rolle"));

        await(() -> printer.status().faults().contains(PrinterFault.PAPER_OUT));
        assertThat(printer.job(print).isOnItsWay()).isTrue();
        assertThat(cups.paper()).doesNotContain(print.toString());

        cups.deviceSays("Rolle", "");
        await(() -> printer.job(print) == JobState.PRINTED);
        await(() -> printer.status().condition() == Condition.READY);
        assertThat(cups.paper()).contains(print.toString());
    }

    @Test
    void namesTheErrorThatStoppedAQueueAndThatItIsGone() throws Exception {
        IppPrinter printer = queue("Stau");
        cups.deviceSays("Stau", "media-jam-error");
        EntryId print = print(2);
        printer.print(print, pages);

        await(() -> printer.status().isBlocked());
        assertThat(printer.status().faults()).contains(PrinterFault.PAPER_JAM);
        assertThat(printer.print(print(3), pages)).isInstanceOf(Refused.class);

        cups.deviceSays("Stau", "");
        cups.resumeQueue("Stau");
        await(() -> printer.job(print) == JobState.PRINTED);
        assertThat(cups.paper()).contains(print.toString()).doesNotContain(print(3).toString());
    }

    @Test
    void tellsAPausedQueueFromOneThatRejectsAndFromOneThatIsNotThere() throws Exception {
        IppPrinter paused = queue("Pause");
        cups.pauseQueue("Pause");
        assertThat(paused.status().faults()).containsExactly(PrinterFault.PAUSED);
        cups.resumeQueue("Pause");
        assertThat(paused.status().condition()).isEqualTo(Condition.READY);

        IppPrinter rejecting = queue("Zu");
        cups.stopQueue("Zu");
        assertThat(rejecting.status().faults()).contains(PrinterFault.REJECTING);
        assertThat(rejecting.print(print(4), pages)).isInstanceOf(Refused.class);

        IppPrinter missing = new IppPrinter("Weg", PrinterUri.ofQueue(cups.address(), "Weg"));
        assertThat(missing.status().isBlocked()).isTrue();
        assertThat(missing.answers()).isFalse();
    }

    @Test
    void findsAJobByItsNameAfterARestartAndKnowsThatAnotherNeverCame() throws Exception {
        IppPrinter printer = queue("Namen");
        printer.print(print(5), pages);
        await(() -> printer.job(print(5)) == JobState.PRINTED);

        IppPrinter restarted = new IppPrinter("Namen", PrinterUri.ofQueue(cups.address(), "Namen"));
        assertThat(restarted.job(print(5))).isEqualTo(JobState.PRINTED);
        assertThat(restarted.job(print(6))).isEqualTo(JobState.NOT_THERE);
    }

    private static IppPrinter queue(String name) throws Exception {
        cups.addDevice(name);
        return new IppPrinter(name, PrinterUri.ofQueue(cups.address(), name));
    }

    private static EntryId print(int number) {
        return EntryId.of(String.format("01900000-0000-7000-8000-0000000000%02d", number));
    }

    /** Waits for what CUPS does by and by. */
    static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                Assertions.fail("CUPS has not come to it.");
            }
            Thread.onSpinWait();
        }
    }
}
