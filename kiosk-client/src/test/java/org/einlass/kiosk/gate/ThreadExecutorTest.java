package org.einlass.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ThreadExecutorTest {
    private static final Logger LOG = Logger.getLogger(ThreadExecutor.class.getName());

    private final Pages pages = new Pages();

    @BeforeEach
    void listen() {
        LOG.addHandler(pages);
        LOG.setLevel(Level.ALL);
        LOG.setUseParentHandlers(false);
    }

    @AfterEach
    void fallSilent() {
        LOG.removeHandler(pages);
        LOG.setLevel(null);
        LOG.setUseParentHandlers(true);
    }

    static List<Throwable> failures() {
        return List.of(new IllegalStateException("broken"), new StackOverflowError(), new NoClassDefFoundError("gone"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void logsABrokenTaskOnceAndGoesOn(Throwable failure) throws InterruptedException {
        CountDownLatch wentOn = new CountDownLatch(1);
        try (ThreadExecutor loop = new ThreadExecutor("einlass-test")) {
            loop.execute(() -> ThreadExecutorTest.<RuntimeException>fail(failure));
            loop.execute(wentOn::countDown);

            assertThat(wentOn.await(10, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(pages.records).extracting(LogRecord::getThrown).containsExactly(failure);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void fail(Throwable failure) throws T {
        throw (T) failure;
    }

    /** What was logged. */
    private static final class Pages extends Handler {
        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            records.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
