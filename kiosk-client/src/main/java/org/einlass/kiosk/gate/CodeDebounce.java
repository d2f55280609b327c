package org.einlass.kiosk.gate;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.einlass.contract.id.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * The codes in front of the scanner: one code in view is one scan until it has left the picture for a while and its
 * guest's screen has ended. Two codes held side by side are two scans, not a stream of them.
 */
final class CodeDebounce {
    private final long absence;
    private final Map<String, Sight> sights = new HashMap<>();

    /** @param scan the scan that this sight has become; null before */
    private record Sight(long lastSeen, @Nullable EntryId scan) {}

    CodeDebounce(Duration absence) {
        this.absence = absence.toNanos();
    }

    /** Notes that {@code text} was read; whether it is a new one. */
    boolean isNew(String text, long nanos) {
        sights.values().removeIf(sight -> sight.scan() == null && nanos - sight.lastSeen() > absence);
        Sight known = sights.get(text);
        sights.put(text, new Sight(nanos, known == null ? null : known.scan()));
        return known == null;
    }

    /** {@code scan}'s screen begins; its code stays in view at least until it ends. */
    void begin(String text, EntryId scan, long nanos) {
        sights.put(text, new Sight(nanos, scan));
    }

    /** {@code scan}'s screen has ended. */
    void end(EntryId scan) {
        sights.replaceAll((text, sight) -> scan.equals(sight.scan()) ? new Sight(sight.lastSeen(), null) : sight);
    }

    /** Everybody has left. */
    void clear() {
        sights.clear();
    }
}
