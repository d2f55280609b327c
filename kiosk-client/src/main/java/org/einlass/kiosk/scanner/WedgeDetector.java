package org.einlass.kiosk.scanner;

import java.awt.event.KeyEvent;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells a scanner from a hand by the rhythm of its keys, and where a code begins and ends.
 *
 * <p>Where no text field has the focus, keys mean nothing but to buttons, so that any row of characters is a
 * scanner's. Within a text field only what no hand can type is. Whatever a scanner sends before and after a
 * code is kept from buttons and fields, and a piece that broke off is kept for a moment, for the rest may
 * follow.
 *
 * <p>Times are those of the events, so a stalled event thread changes nothing. Not thread-safe: event thread
 * only.
 */
final class WedgeDetector {

    /**
     * The longest that a scanner stops within a code; at the same time the pause that ends one without a line
     * end.
     */
    static final long LONGEST_HICCUP_MILLIS = 250;

    private static final long LONGEST_GAP_IN_FIELD = 130;
    private static final long LONGEST_LEAD = 200;
    private static final long SHORTEST_REST = 80;
    private static final long LONGEST_REST = 300;

    /** So long after a scanner's keys what looks like a button's key may still be the scanner's. */
    private static final long AFTERMATH = 400;

    /** So long after a piece the rest of it may come. */
    private static final long PIECE_MILLIS = 2_000;

    private static final int SHORTEST_CODE = 4;

    /** The longest QR code there is holds 7,089 characters. */
    private static final int LONGEST_CODE = 7_100;

    private enum Mode {
        /** Keys are held back. */
        HOLDING,
        /** A code was read; what follows in rhythm is its further lines. */
        SWALLOWING,
        /** A key is held down, or a shortcut pressed: this is a hand. */
        PASSING
    }

    /** What a scanner typed: everything it may say, as it came, and whether it is known to be whole. */
    record Typed(List<String> texts, Reading.End end) {}

    private record Piece(Set<String> texts, long at) {}

    private final BooleanSupplier inField;
    private final Consumer<Typed> scanned;
    private final Consumer<List<KeyEvent>> replay;
    private final Burst burst = new Burst();
    private final Set<Integer> down = new HashSet<>();
    private final Set<Integer> downBefore = new HashSet<>();
    private Mode mode = Mode.HOLDING;
    private long last = Long.MIN_VALUE / 2;
    private long lastScan = Long.MIN_VALUE / 2;
    private long rest = SHORTEST_REST;
    private long blindUntil = Long.MIN_VALUE / 2;
    private @Nullable Piece piece;

    /**
     * A rhythm without keys yet.
     *
     * @param inField whether the focus is where a hand may type a text
     * @param scanned takes what a scanner typed
     * @param replay takes the keys that were typed by hand after all
     */
    WedgeDetector(BooleanSupplier inField, Consumer<Typed> scanned, Consumer<List<KeyEvent>> replay) {
        this.inField = inField;
        this.scanned = scanned;
        this.replay = replay;
    }

    /** Whether the key is held back or swallowed; else it goes its way. */
    boolean take(KeyEvent event) {
        if (event.getID() == KeyEvent.KEY_RELEASED) {
            return takeRelease(event);
        }
        if (Math.abs(event.getWhen() - last) > patience()) {
            pause();
        }
        last = event.getWhen();
        boolean repeated = event.getID() == KeyEvent.KEY_PRESSED && !down.add(PhysicalKey.identity(event));
        return switch (mode) {
            case SWALLOWING -> swallow(event);
            case PASSING -> false;
            case HOLDING -> hold(event, repeated);
        };
    }

    /**
     * Further lines of a code; but should the next code have begun already, what is read of it lacks its
     * head.
     */
    private boolean swallow(KeyEvent event) {
        if (event.getID() == KeyEvent.KEY_PRESSED && KeySort.of(event) == KeySort.CHARACTER) {
            blindUntil = event.getWhen();
        }
        return true;
    }

    /** Keys went elsewhere until {@code when}: what comes next may lack its head. */
    void missedKeysUntil(long when) {
        blindUntil = when;
    }

    /** The rhythm has ended: what is held was typed by hand, or is a code without a line end. */
    void pause() {
        boolean field = inField.getAsBoolean();
        boolean scanners = field ? isAScannersInField(burst) : burst.pace().isAScanners();
        if (burst.length() > 0 && !burst.pace().isAHands()) {
            blindUntil = last;
        }
        if (mode == Mode.HOLDING && burst.length() >= SHORTEST_CODE && scanners) {
            deliver(Reading.End.NO_LINE_END);
        } else if (isAftermath() || (!field && !burst.isBlank())) {
            burst.clear();
        } else {
            giveBack();
        }
        burst.clear();
        forgetKeysDown();
        mode = Mode.HOLDING;
    }

    /** A release may have gone elsewhere; such a key must not look held down for ever. */
    private void forgetKeysDown() {
        downBefore.clear();
        downBefore.addAll(down);
        down.clear();
    }

    boolean isHolding() {
        return !burst.isEmpty() || mode != Mode.HOLDING;
    }

    /** How long to wait for the next key, in milliseconds. */
    long patience() {
        if (mode == Mode.SWALLOWING) {
            return rest;
        }
        if (burst.length() == 0) {
            return LONGEST_LEAD;
        }
        boolean hand = inField.getAsBoolean() && !burst.pace().letsKeysGoAtOnce();
        return hand ? LONGEST_GAP_IN_FIELD : LONGEST_HICCUP_MILLIS;
    }

    private boolean takeRelease(KeyEvent event) {
        int key = PhysicalKey.identity(event);
        boolean seen = down.remove(key) || downBefore.remove(key);
        if (mode == Mode.HOLDING && !burst.isEmpty()) {
            burst.add(event);
            if (inField.getAsBoolean() && burst.pace().isAHands()) {
                giveBack();
                mode = Mode.PASSING;
            }
            return true;
        }
        if (!seen && mode == Mode.HOLDING) {
            blindUntil = event.getWhen();
        }
        return mode == Mode.SWALLOWING;
    }

    private boolean hold(KeyEvent event, boolean repeated) {
        KeySort sort = event.getID() == KeyEvent.KEY_PRESSED ? KeySort.of(event) : KeySort.CHARACTER;
        if (sort == KeySort.ENDING && ends(event)) {
            return true;
        }
        boolean begun = burst.length() > 0;
        if (sort == KeySort.HANDS_ONLY && burst.isEmpty() && !isAftermath()) {
            return false;
        }
        boolean hand = switch (sort) {
            case HANDS_ONLY ->
                repeated || inField.getAsBoolean() || !burst.pace().letsKeysGoAtOnce();
            case ENDING -> repeated || begun;
            case CONTROL -> repeated || (begun && inField.getAsBoolean());
            case CHARACTER -> repeated;
            case MODIFIER -> false;
        };
        if (hand && isAftermath()) {
            return true;
        }
        if (hand || burst.length() >= LONGEST_CODE) {
            giveBack();
            mode = Mode.PASSING;
            return false;
        }
        burst.add(event);
        return true;
    }

    /** Whether this key ended a scanner's burst; a burst too short for a code is a piece of one. */
    private boolean ends(KeyEvent event) {
        int length = burst.length();
        if (length == 0) {
            return false;
        }
        boolean quick = burst.pace().isAScanners(burst.pace().since(event.getWhen()));
        boolean scanners = inField.getAsBoolean() ? isAScannersInField(burst) && quick : !burst.isBlank();
        if (!scanners && !isAftermath()) {
            return false;
        }
        boolean unsure = length < SHORTEST_CODE || burst.pace().isAHands();
        deliver(unsure ? Reading.End.UNSURE : Reading.End.WHOLE);
        mode = Mode.SWALLOWING;
        return true;
    }

    private static boolean isAScannersInField(Burst burst) {
        return burst.length() >= SHORTEST_CODE && burst.pace().isAScanners();
    }

    private boolean isAftermath() {
        long since = last - lastScan;
        return since >= 0 && since < (piece == null ? AFTERMATH : PIECE_MILLIS) && !inField.getAsBoolean();
    }

    /** A piece that follows another is tried as its rest as well; neither is sure to be whole. */
    private void deliver(Reading.End end) {
        Set<String> own = burst.texts();
        Piece before = piece != null && last - piece.at() <= PIECE_MILLIS ? piece : null;
        Set<String> texts = new LinkedHashSet<>(own);
        if (before != null) {
            before.texts().forEach(head -> own.forEach(tail -> texts.add(head + tail)));
        }
        boolean missed = last - blindUntil <= PIECE_MILLIS && blindUntil <= last;
        Reading.End known = end == Reading.End.WHOLE && (before != null || missed) ? Reading.End.UNSURE : end;
        rest = Math.max(SHORTEST_REST, Math.min(LONGEST_REST, 3 * burst.pace().usualGap()));
        lastScan = last;
        piece = end == Reading.End.WHOLE ? null : new Piece(texts, last);
        blindUntil = Long.MIN_VALUE / 2;
        burst.clear();
        scanned.accept(new Typed(List.copyOf(texts), known));
    }

    private void giveBack() {
        List<KeyEvent> events = burst.events();
        burst.clear();
        if (!events.isEmpty()) {
            replay.accept(events);
        }
    }
}
