package org.einlass.kiosk.scanner;

import java.awt.event.KeyEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Tells a scanner from a hand: by keys that follow each other faster than anyone types, and an Enter or Tab at the end.
 *
 * <p>Times are those of the events, so a stalled event thread changes nothing. Not thread-safe: event thread only.
 */
final class WedgeDetector {

    /** Scanners need 2 to 40 ms a key; a quick hand 80 and more. */
    private static final long LONGEST_GAP_MILLIS = 60;

    private static final int SHORTEST_CODE = 6;

    /** More than anyone types in such a rhythm: without an ending it is a scanner that was unplugged, not text. */
    private static final int SURELY_A_SCANNER = 12;

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

    private final Predicate<String> ours;
    private final Consumer<String> scanned;
    private final Consumer<List<KeyEvent>> replay;
    private final Burst burst = new Burst();
    private final Set<Integer> down = new HashSet<>();
    private Mode mode = Mode.HOLDING;
    private long last = Long.MIN_VALUE / 2;

    /**
     * A rhythm without keys yet.
     *
     * @param scanned takes the text of a code
     * @param replay takes the keys that were typed by hand after all
     */
    WedgeDetector(Predicate<String> ours, Consumer<String> scanned, Consumer<List<KeyEvent>> replay) {
        this.ours = ours;
        this.scanned = scanned;
        this.replay = replay;
    }

    /** Whether the key is held back or swallowed; else it goes its way. */
    boolean take(KeyEvent event) {
        if (event.getID() == KeyEvent.KEY_RELEASED) {
            return takeRelease(event);
        }
        if (Math.abs(event.getWhen() - last) > LONGEST_GAP_MILLIS) {
            pause();
        }
        last = event.getWhen();
        boolean repeated = event.getID() == KeyEvent.KEY_PRESSED && isDownAlready(event);
        return switch (mode) {
            case SWALLOWING -> true;
            case PASSING -> false;
            case HOLDING -> hold(event, repeated);
        };
    }

    /** Whether a key is pressed again without having been released: it repeats by itself. */
    private boolean isDownAlready(KeyEvent event) {
        return event.getKeyCode() != KeyEvent.VK_UNDEFINED && !down.add(event.getKeyCode());
    }

    /** The rhythm has ended: what is held was typed by hand, unless it is the beginning of a code that was cut off. */
    void pause() {
        if (burst.length() < SURELY_A_SCANNER) {
            giveBack();
        }
        burst.clear();
        down.clear();
        mode = Mode.HOLDING;
    }

    boolean isHolding() {
        return !burst.isEmpty() || mode != Mode.HOLDING;
    }

    private boolean takeRelease(KeyEvent event) {
        down.remove(event.getKeyCode());
        if (mode == Mode.HOLDING && !burst.isEmpty()) {
            burst.add(event);
            return true;
        }
        return mode == Mode.SWALLOWING;
    }

    private boolean hold(KeyEvent event, boolean repeated) {
        if (isEnding(event) && burst.length() >= SHORTEST_CODE) {
            String text = burst.text(ours);
            burst.clear();
            mode = Mode.SWALLOWING;
            scanned.accept(text);
            return true;
        }
        if (repeated || isHandsOnly(event) || burst.length() >= LONGEST_CODE) {
            giveBack();
            mode = Mode.PASSING;
            return false;
        }
        burst.add(event);
        return true;
    }

    private void giveBack() {
        List<KeyEvent> events = burst.events();
        burst.clear();
        if (!events.isEmpty()) {
            replay.accept(events);
        }
    }

    private static boolean isEnding(KeyEvent event) {
        return event.getID() == KeyEvent.KEY_PRESSED
                && (event.getKeyCode() == KeyEvent.VK_ENTER || event.getKeyCode() == KeyEvent.VK_TAB);
    }

    /** Keys that no scanner sends within a code. */
    private static boolean isHandsOnly(KeyEvent event) {
        boolean shortcut = event.isControlDown() != event.isAltDown() || event.isMetaDown();
        return event.getID() == KeyEvent.KEY_PRESSED
                && (isEnding(event) || event.isActionKey() || shortcut || isEditing(event));
    }

    private static boolean isEditing(KeyEvent event) {
        return event.getKeyCode() == KeyEvent.VK_BACK_SPACE
                || event.getKeyCode() == KeyEvent.VK_DELETE
                || event.getKeyCode() == KeyEvent.VK_ESCAPE;
    }
}
