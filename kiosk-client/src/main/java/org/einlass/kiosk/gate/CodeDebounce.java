package org.einlass.kiosk.gate;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.einlass.contract.id.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * The codes in front of the scanner: one code in view is one scan until it has left the picture for a while
 * and its guest's screen has ended. Two codes held side by side are two scans, not a stream of them.
 */
final class CodeDebounce {
    private final long absence;
    private final Map<String, Sight> sights = new HashMap<>();

    /**
     * @param often whether it was read more than once: a camera reads as long as the code is in view, a hand
     *     scanner once
     * @param scan the scan that this sight has become; null before
     */
    private record Sight(
            long lastSeen, boolean often, @Nullable EntryId scan) {}

    CodeDebounce(Duration absence) {
        this.absence = absence.toNanos();
    }

    /** Notes that {@code text} was read; whether it is a new one. */
    boolean isNew(String text, long nanos) {
        sights.values().removeIf(sight -> sight.scan() == null && nanos - sight.lastSeen() > absence);
        Sight known = sights.get(text);
        sights.put(text, new Sight(nanos, known != null, known == null ? null : known.scan()));
        return known == null;
    }

    /** Whether it was seen a moment ago. */
    boolean isInView(String text, long nanos) {
        Sight known = sights.get(text);
        return known != null && (known.scan() != null || nanos - known.lastSeen() <= absence);
    }

    /** It counts anew at once: a hand scanner reads it once each time that it is meant. */
    void forget(String text) {
        sights.remove(text);
    }

    /** Whether a guest's screen is on. */
    boolean holdsAnyScan() {
        return sights.values().stream().anyMatch(sight -> sight.scan() != null);
    }

    /** {@code scan}'s screen begins; its code stays in view at least until it ends. */
    void begin(String text, EntryId scan, long nanos) {
        sights.merge(text, new Sight(nanos, false, scan), (old, begun) -> new Sight(nanos, old.often(), scan));
    }

    /**
     * Whether the guest who showed {@code text} has left: out of the camera's view, or, at a hand scanner,
     * another guest has come or {@code limit} is over.
     */
    boolean hasLeft(String text, long nanos, boolean anotherCame, Duration limit) {
        Sight known = sights.get(text);
        if (known == null) {
            return true;
        }
        long unseen = nanos - known.lastSeen();
        return known.often() ? unseen > absence : anotherCame || unseen > limit.toNanos();
    }

    /** {@code scan}'s screen has ended. */
    void end(EntryId scan) {
        sights.replaceAll(
                (text, sight) -> scan.equals(sight.scan()) ? new Sight(sight.lastSeen(), sight.often(), null) : sight);
    }

    /** Everybody has left. */
    void clear() {
        sights.clear();
    }
}
