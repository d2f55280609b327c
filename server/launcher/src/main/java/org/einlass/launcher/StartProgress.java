package org.einlass.launcher;

import java.time.Duration;

/**
 * Whether a server that starts still gets on: its logs grow, or it uses the processor. Time alone tells
 * nothing, since a busy machine starts a server in minutes. Used by one thread.
 */
final class StartProgress {
    /** A server that hangs uses the processor, too: for its timers, and to say that it is not ready. */
    static final Duration WORK = Duration.ofSeconds(5);

    private final Duration patience;
    private Sample last = new Sample(Duration.ZERO, 0, Duration.ZERO);

    /**
     * What the server had done at a moment.
     *
     * @param elapsed since it was launched
     * @param logBytes how long its logs are
     * @param processorTime how long it has used the processor
     */
    record Sample(Duration elapsed, long logBytes, Duration processorTime) {}

    /** @param patience how long it may do nothing */
    StartProgress(Duration patience) {
        this.patience = patience;
    }

    /** Looks at the server anew. @return whether it has done nothing for too long */
    boolean isStuck(Sample now) {
        boolean worked = now.processorTime().minus(last.processorTime()).compareTo(WORK) >= 0;
        if (worked || now.logBytes() != last.logBytes()) {
            last = now;
        }
        return now.elapsed().minus(last.elapsed()).compareTo(patience) > 0;
    }
}
