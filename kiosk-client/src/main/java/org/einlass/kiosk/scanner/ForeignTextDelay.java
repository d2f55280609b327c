package org.einlass.kiosk.scanner;

import java.time.Duration;
import org.einlass.kiosk.camera.CodeRanking;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an advertisement, or any other text that is nobody's ticket, from being faster than the ticket beside
 * it: it counts when it has been seen for a while and no ticket with it. One thread.
 */
final class ForeignTextDelay {
    private static final long STAYS = Duration.ofMillis(1_500).toNanos();

    /** After a ticket; and so long may the reader lose sight of a text. */
    private static final long ABSENCE = Duration.ofSeconds(2).toNanos();

    private @Nullable String text;
    private long since;
    private long seen;
    private long ticketSeen;
    private boolean anyTicket;

    /** Whether what is meant in this frame is to be taken; its rank 0 says that it is nobody's ticket. */
    boolean isDue(String meant, CodeRanking ranking, long nanos) {
        if (ranking.rank(meant) > 0) {
            ticketSeen = nanos;
            anyTicket = true;
            text = null;
            return true;
        }
        if (!meant.equals(text) || nanos - seen > ABSENCE) {
            text = meant;
            since = nanos;
        }
        seen = nanos;
        boolean ticketInView = anyTicket && nanos - ticketSeen <= ABSENCE;
        return !ticketInView && nanos - since >= STAYS;
    }
}
