package org.einlass.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.gate.GateReading;
import org.jspecify.annotations.Nullable;

/**
 * The check-ins that have no verdict yet: one at a time goes to the gate, so that each outcome belongs to the person
 * who was meant. One that waits for the server in vain holds up nobody: the next one takes its turn. On the
 * controller's loop.
 */
final class CheckInQueue {
    /** Longer than the gate takes for a verdict; a gate that says nothing for so long has lost the scan. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    /** More than hands or scanners ask for while one is under way. */
    private static final int MOST_HELD = 16;

    private final InstantSource clock;
    private final Consumer<GateReading> gate;
    private final Consumer<CheckIn> lost;
    private final Deque<Asked> held = new ArrayDeque<>();
    private final Map<EntryId, Asked> underWay = new HashMap<>();
    private @Nullable Asked turn;
    private long numbers;
    private Instant since = Instant.EPOCH;
    private boolean stuck;
    private boolean told;

    /** A check-in, and the code that is shown for it; the number tells two of the same person apart. */
    private record Asked(long number, CheckIn checkIn, GateReading code) {}

    /**
     * @param gate takes a code that is shown at this desk's door
     * @param lost is told once of a check-in of which the gate says nothing
     */
    CheckInQueue(InstantSource clock, Consumer<GateReading> gate, Consumer<CheckIn> lost) {
        this.clock = clock;
        this.gate = gate;
        this.lost = lost;
    }

    /** Asks the gate for it, at once or after those before it. @return false where too many wait */
    boolean add(CheckIn checkIn, GateReading code) {
        if (held.size() >= MOST_HELD) {
            return false;
        }
        held.add(new Asked(++numbers, checkIn, code));
        next();
        return true;
    }

    /** The next one begins, where nothing is in its way; now and then, too. */
    void next() {
        boolean late = Duration.between(since, clock.instant()).abs().compareTo(LONGEST) > 0;
        Asked before = turn;
        if (before != null && !stuck && !late) {
            return;
        }
        if (before != null && late && !told) {
            told = true;
            lost.accept(before.checkIn());
            next();
            return;
        }
        Asked asked = held.poll();
        if (asked == null) {
            return;
        }
        turn = asked;
        since = clock.instant();
        stuck = false;
        told = false;
        gate.accept(asked.code());
    }

    /** The gate has begun with this scan. */
    void reading(EntryId scan) {
        if (turn != null) {
            underWay.put(scan, turn);
        }
    }

    /** The gate waits for the server's answer to this scan. */
    void waiting(EntryId scan) {
        if (turn != null && turn.equals(underWay.get(scan))) {
            stuck = true;
            next();
        }
    }

    /** The gate has done with this scan. @return of whom it was; of nobody known for one from elsewhere */
    CheckIn end(EntryId scan) {
        Asked ended = underWay.get(scan);
        if (ended == null) {
            return CheckIn.of(null);
        }
        underWay.values().removeIf(ended::equals);
        if (ended.equals(turn)) {
            turn = null;
        }
        next();
        return ended.checkIn();
    }
}
