package org.einlass.kiosk.screen;

import java.awt.Component;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JFrame;
import javax.swing.Timer;

/**
 * Keeps the keyboard in the window that owns the screen: where another program's window has taken it, takes it back and
 * says so, because what a scanner types meanwhile is lost. Event thread only.
 */
final class FocusGuard extends WindowAdapter {
    private static final int MILLIS_BETWEEN_TRIES = 100;

    private final JFrame frame;
    private final Listener listener;
    private final Timer tries = new Timer(MILLIS_BETWEEN_TRIES, event -> takeBack());
    private boolean away;

    /** Who is told. */
    interface Listener {

        /** Another program has the keyboard, or (false) this window has it back. */
        void keyboardAway(boolean away);
    }

    private FocusGuard(JFrame frame, Listener listener) {
        this.frame = frame;
        this.listener = listener;
    }

    /** From now on this window, which is on the screen, keeps the keyboard. */
    static void watch(JFrame frame, Listener listener) {
        FocusGuard guard = new FocusGuard(frame, listener);
        frame.addWindowFocusListener(guard);
        frame.addWindowListener(guard);
        if (!frame.isFocused()) {
            guard.tries.start();
        }
    }

    /** A window of this program's own may have the focus; it gives it back by itself. */
    @Override
    public void windowLostFocus(WindowEvent event) {
        if (event.getOppositeWindow() == null && frame.isShowing()) {
            away = true;
            listener.keyboardAway(true);
            tries.start();
        }
    }

    @Override
    public void windowGainedFocus(WindowEvent event) {
        tries.stop();
        if (away) {
            away = false;
            listener.keyboardAway(false);
        }
    }

    @Override
    public void windowClosed(WindowEvent event) {
        tries.stop();
    }

    private void takeBack() {
        if (!frame.isShowing()) {
            tries.stop();
            return;
        }
        frame.toFront();
        Component before = frame.getMostRecentFocusOwner();
        (before == null ? frame.getContentPane() : before).requestFocus();
    }
}
