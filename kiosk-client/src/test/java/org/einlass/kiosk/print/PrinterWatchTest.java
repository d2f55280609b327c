package org.einlass.kiosk.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.einlass.kiosk.gate.SerialExecutor;
import org.einlass.kiosk.print.ipp.IppPrinter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrinterWatchTest {
    private final ScriptedPrinter script = new ScriptedPrinter();
    private final List<PrinterStatus> told = new ArrayList<>();
    private final Looks looks = new Looks();
    private final PrinterWatch watch =
            new PrinterWatch(looks, new IppPrinter("Ost", script.uri()), status -> status, told::add, looked -> {});

    @AfterEach
    void close() {
        script.close();
    }

    @Test
    void tellsAFaultOnceAndThatItIsGoneEachWithTheNextLook() {
        watch.begin();
        looks.next();
        script.stop("media-empty-error");
        looks.next();
        looks.next();
        script.mend();
        looks.next();

        assertThat(told).extracting(PrinterStatus::word).containsExactly("READY", "PAPER_OUT", "READY");
        assertThat(watch.latest().word()).isEqualTo("READY");
    }

    @Test
    void looksAgainAfterALookThatFailed() {
        AtomicInteger attempts = new AtomicInteger();
        PrinterWatch limping = new PrinterWatch(
                looks,
                new IppPrinter("Ost", script.uri()),
                status -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new IllegalStateException("once");
                    }
                    return status;
                },
                told::add,
                status -> {});
        assertThatThrownBy(limping::begin).isInstanceOf(IllegalStateException.class);

        looks.next();

        assertThat(told).extracting(PrinterStatus::word).containsExactly("READY");
    }

    @Test
    void looksSoOftenThatTheTeamKnowsWithinTwoSeconds() {
        watch.begin();

        assertThat(looks.pause.plus(Duration.ofMillis(1300))).isLessThan(Duration.ofSeconds(2));
    }

    /** A loop whose pauses end when the test says so. */
    private static final class Looks implements SerialExecutor {
        private Duration pause = Duration.ZERO;
        private Runnable next = () -> {};

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void after(Duration delay, Runnable task) {
            pause = delay;
            next = task;
        }

        void next() {
            next.run();
        }
    }
}
