package org.einlass.kiosk.gate;

import java.time.Duration;

/** The one thread on which a part of the device thinks, in order; in tests a list of things to do. */
public interface SerialExecutor {

    /** Runs {@code task} on the loop's thread after all that was handed over before. From any thread. */
    void execute(Runnable task);

    /** Runs {@code task} on the loop's thread, not before {@code delay} is over. From any thread. */
    void after(Duration delay, Runnable task);
}
