package org.einlass.kiosk.screen.desk;

import java.awt.Dimension;
import java.awt.Toolkit;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import javax.swing.JFrame;
import javax.swing.WindowConstants;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.kiosk.desk.DeskController;
import org.einlass.kiosk.desk.state.DeskForm;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.screen.Coalescer;
import org.einlass.kiosk.screen.EventThread;
import org.einlass.kiosk.screen.Language;
import org.einlass.kiosk.screen.Theme;
import org.einlass.kiosk.screen.WholeScreen;
import org.jspecify.annotations.Nullable;

/**
 * The desk's window. It shows what its controller says and tells it what is typed, pressed and touched; language,
 * size of type and contrast are its own.
 *
 * <p>All methods may be called from any thread and return without waiting for a repaint.
 */
public final class DeskWindow implements AutoCloseable {
    private final JFrame frame;
    private final DeskController controller;
    private final Coalescer<DeskState> states;
    private Wording title;
    private ZoneId zone = ZoneId.systemDefault();
    private Language language;
    private DeskLook look;
    private DeskPane pane;
    private DeskState state = DeskState.LOCKED;
    private long sent;

    private DeskWindow(Wording title, Language first, Dimension size, DeskController controller, Runnable closing) {
        Theme.install();
        this.title = title;
        this.language = first;
        this.controller = controller;
        look = DeskLook.of(size.width, size.height);
        states = new Coalescer<>((older, newer) -> newer, this::take);
        frame = new JFrame(title.in(first.locale()));
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                closing.run();
            }
        });
        controller.speak(language.locale());
        pane = pane();
        frame.setContentPane(pane);
        frame.getContentPane().setPreferredSize(size);
        frame.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                fit();
            }
        });
    }

    /**
     * Opens the window over the whole of the screen.
     *
     * @param title the event's
     * @param closing somebody wants to end the program; on the event thread
     */
    public static DeskWindow fullScreen(Wording title, Language first, DeskController controller, Runnable closing) {
        return EventThread.call(() -> {
            Dimension size = Toolkit.getDefaultToolkit().getScreenSize();
            DeskWindow window = new DeskWindow(title, first, size, controller, closing);
            WholeScreen.fill(window.frame);
            window.pane.focus();
            return window;
        });
    }

    /** Opens the window in a size, in pixels, beside others on a screen. */
    public static DeskWindow sized(Dimension size, Wording title, Language first, DeskController controller) {
        return EventThread.call(() -> {
            DeskWindow window = new DeskWindow(title, first, size, controller, () -> {});
            window.frame.setUndecorated(true);
            window.frame.pack();
            window.frame.setVisible(true);
            window.pane.focus();
            return window;
        });
    }

    /** Shows a state; of a flood only the last is painted. */
    public void show(DeskState now) {
        states.put(now);
    }

    /** Names the event above all, in its time zone, as soon as both are known. */
    public void know(Wording eventTitle, ZoneId eventZone) {
        EventThread.later(() -> {
            if (!title.equals(eventTitle) || !zone.equals(eventZone)) {
                title = eventTitle;
                zone = eventZone;
                rebuild();
            }
        });
    }

    /** Closes the window; may be called twice. */
    @Override
    public void close() {
        EventThread.later(frame::dispose);
    }

    JFrame frame() {
        return frame;
    }

    private void take(DeskState now) {
        // of states in quick succession only the last is seen: letters may have been typed since the emptying
        boolean empties = now.cleared() != state.cleared()
                && now.typed() == sent
                && now.query().isEmpty();
        state = now;
        pane.show(now, empties);
    }

    private void fit() {
        DeskLook fitting = look.on(
                frame.getContentPane().getWidth(), frame.getContentPane().getHeight());
        if (!fitting.equals(look)) {
            look = fitting;
            rebuild();
        }
    }

    private DeskPane pane() {
        DeskMessages messages = DeskMessages.in(language);
        Hands hands = new Hands();
        DeskPane made = new DeskPane(title.in(language.locale()), look, messages, zone, hands);
        made.onEnter(hands::checkIn);
        made.show(state, false);
        return made;
    }

    private void rebuild() {
        String typed = pane.search().text();
        Map<String, String> half = pane.half();
        frame.setTitle(title.in(language.locale()));
        pane = pane();
        pane.search().restore(typed);
        pane.restore(half);
        frame.setContentPane(pane);
        frame.revalidate();
        pane.focus();
    }

    /** What the parts of the window tell. */
    private final class Hands implements DeskPane.Actions {
        @Override
        public void typed(String text) {
            sent++;
            controller.typed(text);
        }

        @Override
        public void move(int rows) {
            controller.move(rows);
        }

        @Override
        public void select(RegistrationId registration) {
            controller.select(registration);
        }

        /** The field is empty at once, so that the next guest's name may be typed while this one is checked in. */
        @Override
        public void checkIn() {
            if (!state.found().isEmpty()) {
                pane.search().empty();
            }
            controller.checkIn();
        }

        @Override
        public void moveCase(int rows) {
            controller.moveCase(rows);
        }

        @Override
        public void selectCase(String id) {
            controller.selectCase(id);
        }

        @Override
        public void settle(String id, int reason) {
            controller.settle(id, reason);
        }

        @Override
        public void callGuest(EntryId scan) {
            pane.search().empty();
            controller.callGuest(scan);
        }

        @Override
        public void callNext() {
            pane.search().empty();
            controller.callGuest(null);
        }

        @Override
        public void comeToHelp(EntryId call) {
            controller.comeToHelp(call);
        }

        @Override
        public void comeToHelp() {
            controller.comeToHelp(null);
        }

        @Override
        public void endHelp() {
            controller.endHelp(null);
        }

        @Override
        public void printPaperList() {
            controller.printPaperList();
        }

        @Override
        public void checkInGroup(long form, Set<RegistrationId> members) {
            pane.search().empty();
            controller.checkInGroup(form, members);
        }

        @Override
        public void turnCounter() {
            controller.turnCounter();
        }

        @Override
        public void clarify() {
            controller.clarify();
        }

        @Override
        public void signIn(String name, String pin) {
            controller.signIn(name, pin);
        }

        @Override
        public void undo() {
            controller.undo();
        }

        @Override
        public void openForm(DeskForm.Kind kind) {
            controller.openForm(kind);
        }

        @Override
        public void touched() {
            controller.touched();
        }

        @Override
        public void submit(long form, DeskForm.Input input) {
            controller.submit(form, input);
        }

        @Override
        public void enterFromPaper(long form, String time) {
            controller.enterFromPaper(form, time);
        }

        @Override
        public void answer(long form, String words) {
            controller.answer(form, words);
        }

        @Override
        public void chooseDay(long form, @Nullable LocalDate day) {
            controller.chooseDay(form, day);
        }

        @Override
        public void choose(long form, int reason) {
            controller.choose(form, reason);
        }

        @Override
        public void clear() {
            if (state.form() == null) {
                pane.search().empty();
            }
            controller.clear();
        }

        @Override
        public void lock() {
            pane.search().empty();
            controller.lock();
        }

        @Override
        public void handOver() {
            pane.search().empty();
            controller.handOver();
        }

        @Override
        public void otherLanguage() {
            language = language.other();
            controller.speak(language.locale());
            rebuild();
        }

        @Override
        public void nextTypeSize() {
            look = look.withNextSize();
            rebuild();
        }

        @Override
        public void otherContrast() {
            look = look.withOtherContrast();
            rebuild();
        }
    }
}
