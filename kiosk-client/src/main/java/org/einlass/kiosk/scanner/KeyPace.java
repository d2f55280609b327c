package org.einlass.kiosk.scanner;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How fast a burst's characters followed each other, and for how long each key was down. */
final class KeyPace {

    /** Scanners let a key go at once; a hand needs 50 ms and more. */
    private static final long SCANNERS_HOLD = 40;

    /** Nobody types a few keys this fast. */
    private static final long FAST = 35;

    /** Nobody types a row of keys this fast. */
    private static final long QUICK = 60;

    /** By radio a key may take this long; then only the hold tells a scanner from a hand. */
    private static final long BY_RADIO = 130;

    private static final int A_ROW = 6;

    /** The first keys tell; a code may have thousands. */
    private static final int ENOUGH = 40;

    private final List<Long> gaps = new ArrayList<>();
    private final List<Long> holds = new ArrayList<>();
    private final Map<Integer, Long> down = new HashMap<>();
    private long last = Long.MIN_VALUE;

    void pressed(KeyEvent event) {
        if (last != Long.MIN_VALUE && gaps.size() < ENOUGH) {
            gaps.add(Math.abs(event.getWhen() - last));
        }
        last = event.getWhen();
        down.put(PhysicalKey.identity(event), event.getWhen());
    }

    void released(KeyEvent event) {
        Long since = down.remove(PhysicalKey.identity(event));
        if (since != null && holds.size() < ENOUGH) {
            holds.add(event.getWhen() - since);
        }
    }

    /** From the last character's press to {@code when}. */
    long since(long when) {
        return last == Long.MIN_VALUE ? 0 : Math.abs(when - last);
    }

    /** Whether no hand does this, {@code then} milliseconds after the last key's press included. */
    boolean isAScanners(long then) {
        List<Long> all = new ArrayList<>(gaps);
        all.add(then);
        long usual = median(all);
        if (all.size() < A_ROW) {
            return usual <= FAST && then <= QUICK;
        }
        boolean byRadio = usual <= BY_RADIO && !holds.isEmpty() && median(holds) < SCANNERS_HOLD;
        return usual <= QUICK || byRadio;
    }

    /** The same without a key that ended the burst. */
    boolean isAScanners() {
        return !gaps.isEmpty() && isAScanners(median(gaps));
    }

    /** Whether keys are down as shortly as a scanner's. */
    boolean letsKeysGoAtOnce() {
        return isAScanners() || (!holds.isEmpty() && median(holds) < SCANNERS_HOLD);
    }

    /** Whether keys go down and up as slowly as a hand's. */
    boolean isAHands() {
        boolean slow = !gaps.isEmpty() && median(gaps) > QUICK;
        return slow && !holds.isEmpty() && median(holds) >= SCANNERS_HOLD;
    }

    /** From key to key, usually; 0 where there was one only. */
    long usualGap() {
        return gaps.isEmpty() ? 0 : median(gaps);
    }

    void clear() {
        gaps.clear();
        holds.clear();
        down.clear();
        last = Long.MIN_VALUE;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0L);
    }
}
