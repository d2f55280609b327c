package org.einlass.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.einlass.contract.id.EntryId;
import org.einlass.reports.PrintedPages;
import org.junit.jupiter.api.Test;

/** How many labels are left on a roll of 100. */
class RollCountTest {
    private static final int FULL = 100;

    private final Counting printer = new Counting();
    private final AtomicInteger memory = new AtomicInteger();
    private RollCount roll = start();

    private RollCount start() {
        return new RollCount(FULL, printer, memory::get, memory::set);
    }

    private static PrinterStatus status(PrinterFault... faults) {
        List<PrinterFault> all = List.of(faults);
        return PrinterStatus.of("Ost", all.contains(PrinterFault.PAPER_OUT), all, List.of());
    }

    private void print(int labels) {
        IntStream.range(0, labels).forEach(label -> roll.printed());
    }

    @Test
    void countsDownOverARestartAndWarnsWhenFewAreLeft() {
        print(89);
        roll = start();
        assertThat(roll.judge(status()).condition()).isEqualTo(PrinterStatus.Condition.READY);
        assertThat(roll.left()).hasValue(11);

        print(1);

        assertThat(roll.left()).hasValue(10);
        assertThat(roll.judge(status()).faults()).containsExactly(PrinterFault.PAPER_LOW);
        assertThat(roll.judge(status()).isBlocked()).isFalse();
    }

    @Test
    void beginsAnewWhenPaperWasOutAndIsThereAgain() {
        print(83);
        assertThat(roll.judge(status(PrinterFault.PAPER_OUT)).isBlocked()).isTrue();
        roll.judge(status(PrinterFault.PAPER_OUT, PrinterFault.COVER_OPEN));
        assertThat(roll.left()).hasValue(17);

        roll.judge(status());

        assertThat(roll.left()).hasValue(FULL);
        print(1);
        assertThat(roll.left()).hasValue(FULL - 1);
    }

    @Test
    void aSilentPrinterHasANewRollOnceTheOldOneMustBeEmpty() {
        roll.judge(PrinterStatus.unknown("Ost", -1));
        print(FULL + 1);

        assertThat(roll.left()).hasValue(FULL - 1);
    }

    @Test
    void aPrinterThatTellsItsFaultsHasNoneLeftUntilItsRollIsChanged() {
        roll.judge(status());
        print(FULL + 5);

        assertThat(roll.left()).hasValue(0);
    }

    @Test
    void believesThePrinterThatCountsItsLabelsItself() {
        printer.labels = OptionalInt.of(42);

        roll.judge(status());

        assertThat(roll.left()).hasValue(42);
    }

    @Test
    void countsNothingWhereNobodySaidWhatARollHolds() {
        RollCount none = new RollCount(0, printer, memory::get, memory::set);
        none.printed();

        assertThat(none.judge(status()).condition()).isEqualTo(PrinterStatus.Condition.READY);
        assertThat(none.left()).isEmpty();
        assertThat(memory).hasValue(0);
    }

    /** A printer that may count its labels itself. */
    private static final class Counting implements BadgePrinter {
        private OptionalInt labels = OptionalInt.empty();

        @Override
        public String name() {
            return "Ost";
        }

        @Override
        public OptionalInt labels() {
            return labels;
        }

        @Override
        public PrinterStatus status() {
            return RollCountTest.status();
        }

        @Override
        public PrintResult print(EntryId print, PrintKind kind, PrintedPages pages) {
            return new PrintResult.Accepted(name());
        }

        @Override
        public JobState job(EntryId print) {
            return JobState.PRINTED;
        }
    }
}
