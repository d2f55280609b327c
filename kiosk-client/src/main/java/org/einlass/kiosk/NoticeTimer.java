package org.einlass.kiosk;

import java.time.Duration;

/**
 * Tells what lasts from what flits by: due once it has been seen again and again for a while, then now and
 * then.
 */
final class NoticeTimer {
    private final long lasting;
    private final long pause;
    private long since;
    private long seen = Long.MIN_VALUE / 2;
    private long told = Long.MIN_VALUE / 2;

    /**
     * @param lasting how long it has to be seen
     * @param pause between two times that it is due, and the longest time out of sight
     */
    NoticeTimer(Duration lasting, Duration pause) {
        this.lasting = lasting.toNanos();
        this.pause = pause.toNanos();
    }

    /** It is seen now; whether it is due. */
    boolean isDue(long nanos) {
        if (nanos - seen > pause) {
            since = nanos;
        }
        seen = nanos;
        boolean due = nanos - since >= lasting && nanos - told >= pause;
        told = due ? nanos : told;
        return due;
    }
}
