package org.einlass.kiosk.gate;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.einlass.contract.id.EntryId;

/**
 * Looks again and again at a journal that could not be written, so that its trouble ends by itself. On the
 * gate's loop.
 */
final class JournalWatch {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Gate.Edges edges;
    private final BooleanSupplier guestWaits;
    private boolean troubled;

    /** @param guestWaits whether a scan is under way, which looks by itself */
    JournalWatch(Gate.Edges edges, BooleanSupplier guestWaits) {
        this.edges = edges;
        this.guestWaits = guestWaits;
    }

    /** {@code scan} could not be journalled. */
    void failed(JournalException why, EntryId scan) {
        edges.audience()
                .unable(scan, why.isLocked() ? GateListener.Trouble.JOURNAL_LOCKED : GateListener.Trouble.NO_JOURNAL);
        if (!troubled) {
            troubled = true;
            edges.loop().after(PAUSE, this::look);
        }
    }

    private void look() {
        if (isWell()) {
            troubled = false;
            edges.audience().ableAgain();
            return;
        }
        edges.loop().after(PAUSE, this::look);
    }

    private boolean isWell() {
        if (guestWaits.getAsBoolean()) {
            return false;
        }
        try {
            edges.journal().check();
            return true;
        } catch (JournalException stillBroken) {
            return false;
        }
    }
}
