package org.einlass.kiosk.screen;

import java.time.Duration;

/**
 * Wakes the screen after a while; at the edge of the machine, so that a test need not wait. Event thread
 * only.
 */
@FunctionalInterface
public interface SceneTimer {

    /**
     * Runs {@code then} on the event thread, once, unless it is cancelled before.
     *
     * @return cancels; may be run at any time, also afterwards
     */
    Runnable after(Duration pause, Runnable then);
}
