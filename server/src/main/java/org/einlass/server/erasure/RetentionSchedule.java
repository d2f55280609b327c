package org.einlass.server.erasure;

import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks each hour what is to be erased, and tries again what could not be cleaned. */
public final class RetentionSchedule implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RetentionSchedule.class.getName());
    private static final long FIRST_MINUTE = 7;
    private static final long MINUTES = 60;

    private final RetentionService retention;
    private final ErasureService erasures;
    private final ErasedList erasedList;
    private final Future<?> looking;

    public RetentionSchedule(
            RetentionService retention,
            ErasureService erasures,
            ErasedList erasedList,
            ScheduledExecutorService executor) {
        this.retention = retention;
        this.erasures = erasures;
        this.erasedList = erasedList;
        this.looking = executor.scheduleWithFixedDelay(this::look, FIRST_MINUTE, MINUTES, TimeUnit.MINUTES);
    }

    /** Whatever happens, the next look comes. */
    private void look() {
        tried(retention::eraseDue);
        tried(erasures::cleanRest);
        tried(erasedList::write);
    }

    private static void tried(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException later) {
            LOG.log(Level.WARNING, "What is to be erased is tried again in an hour: {0}", later.getMessage());
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
    }
}
