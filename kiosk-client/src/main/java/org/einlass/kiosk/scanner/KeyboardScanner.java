package org.einlass.kiosk.scanner;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleState;
import org.jspecify.annotations.Nullable;

/**
 * A hand scanner that types like a keyboard, wherever the focus is: its keys never reach a text field, and
 * what a hand types reaches it whole.
 */
public final class KeyboardScanner implements Scanner {

    private static final System.Logger LOG = System.getLogger(KeyboardScanner.class.getName());
    private static final String FOCUSED_WINDOW = "focusedWindow";

    /** A second look, so that keys which a hiccup of the machine has delayed get into the queue before it. */
    private static final long SECOND_LOOK_MILLIS = 30;

    private final Clock clock;
    private final WedgeDetector rhythm;
    private final KeyEventDispatcher dispatcher = this::take;
    private final PropertyChangeListener focus = this::focusMoved;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "einlass-keyboard-scanner");
        made.setDaemon(true);
        return made;
    });
    private volatile @Nullable Consumer<Reading> listener;
    private long events;
    private boolean looks;

    /**
     * A scanner for all windows of this program.
     *
     * @param clock for the time of readings
     */
    public KeyboardScanner(Clock clock) {
        this.clock = clock;
        this.rhythm = new WedgeDetector(KeyboardScanner::isInField, this::deliver, KeyboardScanner::replay);
    }

    @Override
    public void start(Consumer<Reading> hears) {
        listener = hears;
        KeyboardFocusManager manager = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        manager.addKeyEventDispatcher(dispatcher);
        manager.addPropertyChangeListener(FOCUSED_WINDOW, focus);
    }

    @Override
    public void close() {
        KeyboardFocusManager manager = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        manager.removeKeyEventDispatcher(dispatcher);
        manager.removePropertyChangeListener(FOCUSED_WINDOW, focus);
        EventQueue.invokeLater(rhythm::pause);
        thread.shutdown();
    }

    private static boolean isInField() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        AccessibleContext context = owner == null ? null : owner.getAccessibleContext();
        return context != null && context.getAccessibleStateSet().contains(AccessibleState.EDITABLE);
    }

    /**
     * What a scanner typed while another program had the focus is lost, and what comes next may be its rest.
     */
    private void focusMoved(PropertyChangeEvent event) {
        if (event.getOldValue() == null) {
            rhythm.missedKeysUntil(clock.millis());
        }
    }

    private boolean take(KeyEvent event) {
        events++;
        boolean taken = rhythm.take(event);
        if (rhythm.isHolding() && !looks) {
            looks = true;
            lookLater(events, rhythm.patience(), false);
        }
        return taken;
    }

    /**
     * Keys that arrived in the meantime stand before the look in the event queue, so a stalled thread
     * misleads nobody.
     */
    private void lookLater(long seen, long millis, boolean second) {
        try {
            Future<?> unused = thread.schedule(
                    () -> EventQueue.invokeLater(() -> look(seen, second)), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            rhythm.pause();
        }
    }

    private void look(long seen, boolean second) {
        if (seen != events) {
            lookLater(events, rhythm.patience(), false);
        } else if (!second) {
            lookLater(seen, SECOND_LOOK_MILLIS, true);
        } else {
            looks = false;
            rhythm.pause();
        }
    }

    private void deliver(WedgeDetector.Typed typed) {
        Reading reading = new Reading(
                ScannerPrefix.strip(typed.texts()),
                clock.instant(),
                Reading.Source.KEYBOARD_SCANNER,
                typed.end(),
                List.of());
        Consumer<Reading> hears = listener;
        if (hears != null) {
            try {
                thread.execute(() -> deliver(reading, hears));
            } catch (RejectedExecutionException closed) {
                LOG.log(Level.DEBUG, "a piece was typed into a scanner that is closed", closed);
            }
        }
    }

    private static void deliver(Reading reading, Consumer<Reading> hears) {
        try {
            hears.accept(reading);
        } catch (RuntimeException broken) {
            // The next code must be heard whatever became of this one, and this one's text must not reach the
            // log.
            LOG.log(Level.ERROR, "a reading was lost: " + broken.getClass().getName());
        }
    }

    private static void replay(List<KeyEvent> keys) {
        KeyboardFocusManager manager = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        for (KeyEvent key : keys) {
            manager.redispatchEvent(key.getComponent(), key);
        }
    }
}
