package org.einlass.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.Assertions;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.print.PrintResult.Accepted;
import org.einlass.kiosk.print.PrintResult.Refused;
import org.einlass.kiosk.print.PrinterStatus.Condition;
import org.einlass.kiosk.print.ipp.IppPrinter;
import org.einlass.kiosk.print.ipp.PrinterUri;
import org.einlass.quality.NeedsProgram;
import org.einlass.reports.PrintedPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real CUPS tells how its queues are and what became of each job. */
@NeedsProgram({"cupsd", "lpadmin", "cupsreject", "cupsdisable", "cupsenable"})
class CupsPrinterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

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

    @ParameterizedTest
    @ValueSource(strings = {"Süd-Étage-№2", "50%-Etikett&+=;", "a:b@host[1]", "Łódź-名札-🖨"})
    void printsOnQueuesWhateverTheyAreCalled(String name) throws Exception {
        printsOn(name, 20 + name.length());
    }

    @Test
    void printsOnAQueueWithTheLongestName() throws Exception {
        printsOn("L".repeat(127), 19);
    }

    private void printsOn(String name, int number) throws Exception {
        cups.addDeviceCalled(name);
        IppPrinter printer = new IppPrinter(name, PrinterUri.ofQueue(cups.address(), name));

        assertThat(printer.status().condition()).isEqualTo(Condition.READY);
        assertThat(printer.print(print(number), pages)).isEqualTo(new Accepted(name));
        await(() -> printer.job(print(number)) == JobState.PRINTED);
        assertThat(cups.paper()).contains(print(number).toString());
    }

    /** Java may still list the queue; its own printing would take the badge for nobody. */
    @Test
    void aQueueThatWasDeletedBetweenScanAndPrintTakesNothing() throws Exception {
        Blind blind = new Blind("Fort");
        SystemQueue printer = new SystemQueue(queue("Fort"), blind);
        assertThat(printer.status().condition()).isEqualTo(Condition.READY);

        cups.deleteQueue("Fort");

        assertThat(printer.print(print(7), pages))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.sentence().german()).contains("Fort"));
        assertThat(printer.status().isBlocked()).isTrue();
        assertThat(blind.taken).isZero();
        cups.addDevice("Fort");
        assertThat(printer.print(print(8), pages)).isEqualTo(new Accepted("Fort"));
        await(() -> printer.job(print(8)) == JobState.PRINTED);
        assertThat(cups.paper()).contains(print(8).toString()).doesNotContain(print(7).toString());
    }

    @Test
    void aJobThatWaitedInAQueueThatWasMadeAnewHasFailed() throws Exception {
        IppPrinter printer = queue("Neu");
        cups.deviceSays("Neu", "media-empty-warning");
        printer.print(print(9), pages);
        await(() -> printer.job(print(9)).isOnItsWay());

        cups.deleteQueue("Neu");
        cups.deviceSays("Neu", "");
        cups.addDevice("Neu");

        await(() -> printer.job(print(9)) == JobState.FAILED);
        assertThat(printer.print(print(10), pages)).isEqualTo(new Accepted("Neu"));
        await(() -> printer.job(print(10)) == JobState.PRINTED);
        assertThat(cups.paper()).contains(print(10).toString()).doesNotContain(print(9).toString());
    }

    /** Java's own view of a queue, some minutes old: it is there, and takes everything. */
    private static final class Blind implements BadgePrinter {
        private final String queue;
        private int taken;

        Blind(String queue) {
            this.queue = queue;
        }

        @Override
        public String name() {
            return queue;
        }

        @Override
        public PrinterStatus status() {
            return PrinterStatus.unknown(queue, -1);
        }

        @Override
        public PrintResult print(EntryId print, PrintKind kind, PrintedPages pages) {
            taken++;
            return new Accepted(queue);
        }

        @Override
        public JobState job(EntryId print) {
            return JobState.CANNOT_SAY;
        }
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
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
