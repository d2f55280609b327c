package org.einlass.kiosk.screen;

import java.awt.GraphicsDevice;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.KeyStroke;
import javax.swing.Timer;

/** What windows that own a whole screen have in common. On the event thread. */
public final class WholeScreen {
    private static final int MILLIS_BETWEEN_LOOKS = 1_000;

    private WholeScreen() {}

    /** Shows the window, without a frame, over all of the screen that it is on. */
    public static void fill(JFrame frame) {
        fill(frame, "");
    }

    /** The same over the screen that a setting names; over the one that it is on where there is no such. */
    static void fill(JFrame frame, String monitor) {
        GraphicsDevice screen = Monitors.named(monitor)
                .orElseGet(frame::getGraphicsConfiguration)
                .getDevice();
        frame.setUndecorated(true);
        frame.setResizable(false);
        frame.setBounds(bounds(screen));
        frame.setVisible(true);
        if (screen.isFullScreenSupported()) {
            screen.setFullScreenWindow(frame);
        }
        frame.toFront();
        follow(
                frame,
                bounds(screen),
                () -> bounds(Monitors.named(monitor).orElseGet(Monitors::usual).getDevice()));
        StartScreen.close();
    }

    private static Rectangle bounds(GraphicsDevice screen) {
        return screen.getDefaultConfiguration().getBounds();
    }

    /**
     * A monitor that is unplugged, plugged in again or set to another size takes the window along: else a part of it, or
     * all of it, would be where nobody sees it.
     *
     * @param first where the window is
     * @param now where it should be; looked at as long as the window is there
     */
    static Timer follow(JFrame frame, Rectangle first, Supplier<Rectangle> now) {
        AtomicReference<Rectangle> known = new AtomicReference<>(first);
        Timer looks = new Timer(MILLIS_BETWEEN_LOOKS, event -> {
            if (!frame.isDisplayable()) {
                ((Timer) event.getSource()).stop();
                return;
            }
            Rectangle wanted = now.get();
            if (!wanted.isEmpty() && !wanted.equals(known.getAndSet(wanted))) {
                frame.setBounds(wanted);
                frame.validate();
                frame.toFront();
            }
        });
        looks.start();
        return looks;
    }

    /**
     * Runs the action when the key goes down, wherever in the window the focus is.
     *
     * @param key as {@link KeyStroke#getKeyStroke(String)} reads it
     */
    public static void bind(JComponent view, String key, Runnable action) {
        view.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke(key), key);
        view.getActionMap().put(key, action(action));
    }

    /** Runs the action when the key goes down while the component has the focus. */
    public static void bindHere(JComponent component, String key, Runnable action) {
        component.getInputMap().put(KeyStroke.getKeyStroke(key), key);
        component.getActionMap().put(key, action(action));
    }

    /**
     * The same as {@link #bind}, once until the key is released: a key that is held down repeats, and would take back what it began.
     *
     * @param frame whose {@code view} it is; a key that is released elsewhere counts as released
     */
    public static void bindOnce(JFrame frame, JComponent view, String key, Runnable action) {
        boolean[] down = new boolean[1];
        bind(view, key, () -> {
            if (!down[0]) {
                down[0] = true;
                action.run();
            }
        });
        for (String modifier : List.of("", "shift ", "ctrl ", "alt ")) {
            bind(view, modifier + "released " + key, () -> down[0] = false);
        }
        frame.addWindowFocusListener(new WindowAdapter() {
            @Override
            public void windowLostFocus(WindowEvent event) {
                down[0] = false;
            }
        });
    }

    private static AbstractAction action(Runnable action) {
        return new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                action.run();
            }
        };
    }
}
