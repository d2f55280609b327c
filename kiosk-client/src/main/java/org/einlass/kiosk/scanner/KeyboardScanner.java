package org.einlass.kiosk.scanner;

import java.awt.EventQueue;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A hand scanner that types like a keyboard, wherever the focus is: its keys never reach a text field, and what a hand
 * types reaches it whole.
 */
public final class KeyboardScanner implements Scanner {

    private static final System.Logger LOG = System.getLogger(KeyboardScanner.class.getName());

    /** Two looks, so that keys which a hiccup of the machine has delayed get into the queue before the second. */
    private static final long LOOK_MILLIS = 60;

    private static final int LOOKS = 2;

    private final Clock clock;
    private final WedgeDetector rhythm;
    private final KeyEventDispatcher dispatcher = this::take;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "einlass-keyboard-scanner");
        made.setDaemon(true);
        return made;
    });
    private volatile @Nullable Consumer<Reading> listener;
    private long events;

    /**
     * A scanner for all windows of this program.
     *
     * @param clock for the time of readings
     * @param ours whether a text is a code of ours: where the active keyboard layout garbles it, the keys' places are
     *     tried
     */
    public KeyboardScanner(Clock clock, Predicate<String> ours) {
        this.clock = clock;
        this.rhythm = new WedgeDetector(ours, this::deliver, KeyboardScanner::replay);
    }

    @Override
    public void start(Consumer<Reading> hears) {
        listener = hears;
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(dispatcher);
    }

    @Override
    public void close() {
        KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(dispatcher);
        EventQueue.invokeLater(rhythm::pause);
        thread.shutdown();
    }

    private boolean take(KeyEvent event) {
        events++;
        boolean taken = rhythm.take(event);
        if (rhythm.isHolding()) {
            lookLater(events, LOOKS);
        }
        return taken;
    }

    /** Keys that arrived in the meantime stand before the look in the event queue, so a stalled thread misleads nobody. */
    private void lookLater(long seen, int looks) {
        try {
            Future<?> unused = thread.schedule(
                    () -> EventQueue.invokeLater(() -> look(seen, looks)), LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            rhythm.pause();
        }
    }

    private void look(long seen, int looks) {
        if (seen != events) {
            return;
        }
        if (looks > 1) {
            lookLater(seen, looks - 1);
            return;
        }
        rhythm.pause();
    }

    private void deliver(String text) {
        Reading reading = new Reading(text, clock.instant(), Reading.Source.KEYBOARD_SCANNER);
        Consumer<Reading> hears = listener;
        if (hears != null) {
            thread.execute(() -> deliver(reading, hears));
        }
    }

    private static void deliver(Reading reading, Consumer<Reading> hears) {
        try {
            hears.accept(reading);
        } catch (RuntimeException broken) {
            // The next code must be heard whatever became of this one, and this one's text must not reach the log.
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
