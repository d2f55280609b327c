package org.einlass.kiosk.screen.door;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.time.Duration;
import javax.swing.JFrame;
import javax.swing.WindowConstants;
import org.einlass.kiosk.screen.Coalescer;
import org.einlass.kiosk.screen.EventThread;
import org.einlass.kiosk.screen.Language;
import org.einlass.kiosk.screen.SceneTimer;
import org.einlass.kiosk.screen.SwingTimer;
import org.einlass.kiosk.screen.Theme;
import org.einlass.kiosk.screen.WholeScreen;
import org.jspecify.annotations.Nullable;

/**
 * The door's window: shows one {@link DoorDisplay} at a time. A scanner alone is enough; every other action
 * has a key and a button.
 *
 * <p>All methods may be called from any thread and return without waiting for a repaint.
 */
public final class DoorWindow implements AutoCloseable {
    /** What the window tells; called on the event thread, so return at once. */
    public interface Listener {

        /** The helper takes the last scan back. */
        void undo();

        /** The helper saw somebody come in (1) or go out (-1) without a scan. */
        void changed(int people);

        /** The helper wants to enter a count; {@link DoorWindow#openCount} lets them. */
        void wantsToCount();

        /** The helper has counted so many people. */
        void counted(int people);

        /** The helper wants to choose a door; {@link DoorWindow#openDoors} lets them. */
        void wantsToChoose();

        /** The helper stands at the door of this id. */
        void chosen(String door);

        /** The helper goes from the entrance to the exit of this room, or back. */
        void turned();

        /** The helper calls somebody, or needs nobody any more. */
        default void help() {}

        /** The verdict of this number has been shown long enough. */
        void verdictEnded(long number);

        /** A helper whose badge was read has typed the PIN. */
        default void pin(String pin) {}

        /** The helper wants to sign in no more. */
        default void pinCancelled() {}

        /** Somebody wants to close the window. */
        void closeRequested();
    }

    private final JFrame frame;
    private final DoorView view;
    private final SceneTimer timer;
    private final Listener listener;
    private final Coalescer<DoorDisplay> displays;
    private Language language;
    private @Nullable DoorDisplay shown;
    private Runnable cancel = () -> {};

    private DoorWindow(Language first, SceneTimer timer, Listener listener) {
        Theme.install();
        this.language = first;
        this.timer = timer;
        this.listener = listener;
        this.view = new DoorView(listener);
        this.displays = new Coalescer<>((older, newer) -> newer, this::paint);
        this.frame = new JFrame("Einlass");
        frame.setBackground(Theme.colour("paper"));
        frame.setContentPane(view);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                listener.closeRequested();
            }
        });
        frame.addWindowFocusListener(new WindowAdapter() {
            @Override
            public void windowGainedFocus(WindowEvent event) {
                if (frame.getMostRecentFocusOwner() == null || frame.getMostRecentFocusOwner() == frame) {
                    view.requestFocusInWindow();
                }
            }
        });
        WholeScreen.bind(view, "BACK_SPACE", listener::undo);
        WholeScreen.bind(view, "DELETE", listener::undo);
        WholeScreen.bind(view, "PAGE_UP", () -> listener.changed(1));
        WholeScreen.bind(view, "PAGE_DOWN", () -> listener.changed(-1));
        WholeScreen.bind(view, "F3", listener::wantsToChoose);
        WholeScreen.bind(view, "F4", listener::wantsToCount);
        WholeScreen.bindOnce(frame, view, "F6", listener::turned);
        WholeScreen.bindOnce(frame, view, "F7", listener::help);
        WholeScreen.bind(view, "ESCAPE", view::close);
        WholeScreen.bind(view, "F2", this::otherLanguage);
        withoutInputMethods(frame);
    }

    /** They would take the dead keys of a layout away from a scanner that types on them. */
    private static void withoutInputMethods(Container container) {
        container.enableInputMethods(false);
        for (Component part : container.getComponents()) {
            if (part instanceof Container inner) {
                withoutInputMethods(inner);
            }
        }
    }

    /** Opens the window over the whole of the screen. */
    public static DoorWindow fullScreen(Language first, DoorDisplay display, Listener listener) {
        return EventThread.call(() -> {
            DoorWindow window = new DoorWindow(first, new SwingTimer(), listener);
            window.paint(display);
            WholeScreen.fill(window.frame);
            window.view.requestFocusInWindow();
            return window;
        });
    }

    /** Opens the window in a size, in pixels, with an alarm that a test may ring. */
    static DoorWindow sized(Dimension size, Language first, DoorDisplay display, SceneTimer timer, Listener listener) {
        return EventThread.call(() -> {
            DoorWindow window = new DoorWindow(first, timer, listener);
            window.view.setPreferredSize(size);
            window.paint(display);
            window.frame.pack();
            window.frame.setVisible(true);
            return window;
        });
    }

    /** Shows this from now on; of a flood only the last is painted. */
    public void show(DoorDisplay display) {
        displays.put(display);
    }

    /** The helper may enter what was counted; the next verdict closes it. */
    public void openCount() {
        EventThread.later(() -> {
            DoorDisplay display = shown;
            DoorRoom room = display == null ? null : display.room();
            view.openCount(room == null ? null : room.people());
        });
    }

    /** The helper may choose a door; the next verdict closes it. */
    public void openDoors() {
        EventThread.later(view::openDoors);
    }

    /** A helper whose badge was read may enter the PIN; the next verdict closes it. */
    public void openPin(boolean again) {
        EventThread.later(() -> view.openPin(again));
    }

    /** No PIN is wanted any more. */
    public void closePin() {
        EventThread.later(view::closePin);
    }

    /** Closes the window; may be called twice. */
    @Override
    public void close() {
        EventThread.later(frame::dispose);
    }

    JFrame frame() {
        return frame;
    }

    DoorView view() {
        return view;
    }

    private void paint(DoorDisplay display) {
        DoorDisplay before = shown;
        shown = display;
        view.show(display, language.locale());
        if (before == null || before.number() != display.number()) {
            cancel.run();
            if (display.verdict().tone() != DoorTone.READY) {
                view.close();
            }
            Duration stay = display.verdict().stay();
            cancel = stay.isZero() ? () -> {} : timer.after(stay, () -> listener.verdictEnded(display.number()));
        }
    }

    private void otherLanguage() {
        language = language == Language.GERMAN ? Language.ENGLISH : Language.GERMAN;
        DoorDisplay display = shown;
        if (display != null) {
            view.show(display, language.locale());
        }
    }
}
