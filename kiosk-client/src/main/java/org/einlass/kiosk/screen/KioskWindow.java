package org.einlass.kiosk.screen;

import java.awt.AWTError;
import java.awt.AWTKeyStroke;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.KeyboardFocusManager;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JFrame;
import javax.swing.WindowConstants;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.kiosk.camera.Quad;
import org.einlass.kiosk.guest.GuestName;
import org.einlass.kiosk.screen.team.TeamMenu;
import org.einlass.kiosk.screen.team.TeamPanel;
import org.einlass.kiosk.team.TeamPin;
import org.jspecify.annotations.Nullable;

/**
 * The kiosk's window: shows one {@link Scene} at a time, and the camera's picture while it waits for a code.
 *
 * <p>All methods may be called from any thread and return without waiting for a repaint.
 */
public final class KioskWindow implements AutoCloseable {
    /** Fifteen pictures a second are smooth enough for a mirror and leave the processor to the reader. */
    private static final long NANOS_BETWEEN_FRAMES = 66_000_000;

    private static final float SHORTER_SIDE = 1080f;

    /** What the window tells; called on the event thread, so return at once. */
    public interface Listener {

        /**
         * A guest's last scene has ended: the next code is the next guest's.
         *
         * @param guest who was named when the scene was shown; null where nobody was
         */
        void guestScreenEnded(@Nullable EntryId guest);

        /** What is shown as long as nobody is here: first of all, and after each scene that ends by itself. */
        default Scene atRest() {
            return new Scene.Idle();
        }

        /**
         * A guest asks for something.
         *
         * @param guest who was named when the scene was shown; null where nobody was
         */
        default void guestAsks(GuestRequest request, @Nullable EntryId guest) {}

        /** A guest without a ticket has typed what may be a booking number, and a name. */
        default void guestTypes(String number, String familyName, BookingAttempt attempt) {
            attempt.sendToCounter();
        }

        /**
         * A guest who was asked about photographs has answered, once.
         *
         * @param answer not recorded where the guest said nothing
         */
        default void guestAnswers(EntryId guest, PhotoConsent answer) {}

        /**
         * A guest has answered one of the organiser's own questions, once.
         *
         * @param question its name
         * @param choice which of its choices, from 0
         */
        default void guestAnswers(EntryId guest, String question, int choice) {}

        /** What the guest may put right here alone; empty where a counter does. */
        default Optional<GuestName> nameToCorrect(EntryId guest) {
            return Optional.empty();
        }

        /** A guest has changed the name that {@link #nameToCorrect} had given. */
        default void guestCorrects(EntryId guest, GuestName now) {}

        /** Another program has the keyboard, or (false) this window has taken it back. */
        default void keyboardAway(boolean away) {}

        /** Somebody touched the team's corner; {@link KioskWindow#openTeam} answers. */
        default void teamTouched() {}

        /** The team wants to leave the program. */
        void closeRequested();
    }

    private record Glance(BufferedImage picture, @Nullable Quad code) {}

    private final JFrame frame;
    private final SceneView view;
    private final SceneController sceneController;
    private final GuestHelp guestHelp;
    private final Coalescer<SceneController.Change> scenes;
    private final Coalescer<Glance> glances;
    private final AtomicLong lastGlance = new AtomicLong(System.nanoTime() - NANOS_BETWEEN_FRAMES);

    private KioskWindow(
            Wording title, Language first, SceneTimeouts sceneTimeouts, SceneTimer timer, Listener listener) {
        Theme.install();
        frame = new JFrame(title.in(first.locale()));
        view = new SceneView(title, this::choose, new Aids(), this::finish);
        sceneController =
                new SceneController(view, first, sceneTimeouts, timer, listener::atRest, listener::guestScreenEnded);
        guestHelp = new GuestHelp(frame, sceneController, timer, listener);
        sceneController.whoIsToBring(() -> listener.guestAsks(GuestRequest.CALL, null));
        scenes = new Coalescer<>(SceneController.Change::merge, this::apply);
        glances = new Coalescer<>((older, newer) -> newer, this::look);
        frame.setBackground(Theme.colour("paper"));
        frame.setContentPane(view);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                listener.closeRequested();
            }
        });
        view.team().onTouch(listener::teamTouched);
        WholeScreen.bind(view, "F12", listener::teamTouched);
        bindKeys();
        withoutInputMethods(frame);
        view.requestFocusInWindow();
    }

    /** All of the screen by keys: those of a small keypad lead from control to control, Enter presses. */
    private void bindKeys() {
        WholeScreen.bind(view, "F1", this::openHelp);
        WholeScreen.bind(view, "F2", this::chooseOther);
        WholeScreen.bind(view, "F3", this::otherSize);
        WholeScreen.bind(view, "F4", this::otherContrast);
        WholeScreen.bind(view, "F5", this::moreTime);
        WholeScreen.bind(view, "F6", this::openNotice);
        WholeScreen.bind(view, "ESCAPE", this::finish);
        frame.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, keys("TAB", "RIGHT", "DOWN"));
        frame.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, keys("shift TAB", "LEFT", "UP"));
    }

    private static Set<AWTKeyStroke> keys(String... names) {
        return Stream.of(names).map(AWTKeyStroke::getAWTKeyStroke).collect(Collectors.toSet());
    }

    /**
     * They would take the dead keys of a layout away from a scanner that types on them; there is no field to
     * type in.
     */
    private static void withoutInputMethods(Container container) {
        container.enableInputMethods(false);
        for (Component part : container.getComponents()) {
            if (part instanceof Container inner) {
                withoutInputMethods(inner);
            }
        }
    }

    /** Loads what the look needs, beside other work of the start; from any thread, returns at once. */
    public static void prepare() {
        EventThread.later(Theme::install);
    }

    /** Whether this machine has a display to open a window on. */
    public static boolean hasDisplay() {
        try {
            return !GraphicsEnvironment.isHeadless()
                    && GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0;
        } catch (HeadlessException | AWTError | NoClassDefFoundError unreachable) {
            return false;
        }
    }

    /**
     * Opens the window over the whole of the screen, with what its listener shows at rest.
     *
     * @param title the event's
     * @param first the language after each guest
     * @param monitor which of the machine's, as {@link Monitors} names them; the system's first where there is no such
     */
    public static KioskWindow fullScreen(
            Wording title, Language first, SceneTimeouts sceneTimeouts, String monitor, Listener listener) {
        return EventThread.call(() -> {
            KioskWindow window = new KioskWindow(title, first, sceneTimeouts, new SwingTimer(), listener);
            WholeScreen.fill(window.frame, monitor);
            ScreenAwake.keep(window.frame);
            FocusGuard.watch(window.frame, listener::keyboardAway);
            return window;
        });
    }

    /** Opens the window in a size, in pixels, with an alarm that a test may ring. */
    static KioskWindow sized(
            Dimension size,
            Wording title,
            Language first,
            SceneTimeouts sceneTimeouts,
            SceneTimer timer,
            Listener listener) {
        return EventThread.call(() -> {
            KioskWindow window = new KioskWindow(title, first, sceneTimeouts, timer, listener);
            window.view.setPreferredSize(size);
            window.frame.pack();
            window.frame.setVisible(true);
            return window;
        });
    }

    /**
     * Shows a scene. Of a flood only the last is painted, but the end of a guest's screen is told in any
     * case.
     */
    public void show(Scene scene) {
        show(scene, null);
    }

    /** The same for a guest, who is named when the scene has ended; null for nobody. */
    public void show(Scene scene, @Nullable EntryId guest) {
        scenes.put(new SceneController.Change(scene, guest));
    }

    /** Names the event above every scene, as soon as its title is known. */
    public void showTitle(Wording title) {
        EventThread.later(() -> sceneController.entitle(title));
    }

    /** How long scenes stay, from the next one on. */
    public void setPace(SceneTimeouts next) {
        EventThread.later(() -> sceneController.pace(next));
    }

    /**
     * Shows what the camera sees, in idle and reading scenes, at most fifteen times a second.
     *
     * @param picture not to be changed any more
     * @param code where a code was found in it, in its pixels
     */
    public void showFrame(BufferedImage picture, @Nullable Quad code) {
        long now = System.nanoTime();
        long last = lastGlance.get();
        if (now - last >= NANOS_BETWEEN_FRAMES && lastGlance.compareAndSet(last, now)) {
            glances.put(new Glance(picture, code));
        }
    }

    /** Shows the team what needs it, by signs. */
    public void showFaults(List<DeviceFault> faults) {
        EventThread.later(() -> view.team().show(faults, sceneController.language()));
    }

    /** The team may read the words, set the device up again, and leave, once it has entered its PIN. */
    public void openTeam(TeamPin pin, TeamMenu menu) {
        EventThread.later(() -> {
            guestHelp.close();
            float scale = Math.min(view.getWidth(), view.getHeight()) / SHORTER_SIDE;
            frame.setGlassPane(new TeamPanel(pin, menu, sceneController.language(), scale, this::closeTeam));
            frame.getGlassPane().setVisible(true);
        });
    }

    private void closeTeam() {
        frame.getGlassPane().setVisible(false);
        view.requestFocusInWindow();
    }

    /** The camera is away: shows a drawing of how to hold the code instead. */
    public void showNoCamera() {
        EventThread.later(() -> sceneController.setCamera(false));
    }

    /** Closes the window; may be called twice. */
    @Override
    public void close() {
        EventThread.later(frame::dispose);
    }

    JFrame frame() {
        return frame;
    }

    private void look(Glance glance) {
        view.frame(glance.picture(), glance.code());
        sceneController.setCamera(true);
    }

    /** What somebody has opened over the scenes hides nothing that is said to another guest, or about a scan. */
    private void apply(SceneController.Change change) {
        if (guestHelp.givesWayTo(change)) {
            guestHelp.close();
        }
        sceneController.apply(change);
    }

    /** What the organiser says about the use of personal data; empty for nothing. */
    public void showNotice(Wording organisers) {
        EventThread.later(() -> guestHelp.setNotice(organisers));
    }

    /** Where guests are sent who need somebody. */
    public void showCounter(Counter counter) {
        EventThread.later(() -> guestHelp.setCounter(counter));
    }

    /** Whether guests may call somebody from here; they may not unless it is said. */
    public void offerCalls(boolean may) {
        EventThread.later(() -> {
            guestHelp.setMayCall(may);
            sceneController.setMayCall(may);
        });
    }

    /** Whether guests without a ticket may type booking number and family name here; not unless it is said. */
    public void offerBookingNumbers(boolean may) {
        EventThread.later(() -> guestHelp.setMayType(may));
    }

    /** Asks the guest whose scene is on about photographs; the listener hears an answer in any case. */
    public void askPhotographs(EntryId guest) {
        EventThread.later(() -> guestHelp.askPhotographs(guest));
    }

    /** Asks the guest whose scene is on the organiser's own questions; what is not answered the listener does not hear. */
    public void askQuestions(EntryId guest, List<OrganiserQuestion> questions) {
        EventThread.later(() -> guestHelp.askQuestions(guest, questions));
    }

    /** How far a guest's call for somebody has come. */
    public void showCall(Wording how) {
        EventThread.later(() -> guestHelp.showCall(how));
    }

    private void openHelp() {
        guestHelp.openHelp();
    }

    private void openNotice() {
        guestHelp.openNotice();
    }

    private void otherSize() {
        sceneController.otherSize();
        guestHelp.refresh();
    }

    private void otherContrast() {
        sceneController.otherContrast();
        guestHelp.refresh();
    }

    private void moreTime() {
        guestHelp.moreTime();
        sceneController.extend();
    }

    /** The touches of the row of aids, before all parts of the window are made. */
    private final class Aids implements AidBar.Actions {
        @Override
        public void otherSize() {
            KioskWindow.this.otherSize();
        }

        @Override
        public void otherContrast() {
            KioskWindow.this.otherContrast();
        }

        @Override
        public void moreTime() {
            KioskWindow.this.moreTime();
        }

        @Override
        public void privacy() {
            openNotice();
        }

        @Override
        public void help() {
            openHelp();
        }
    }

    private void choose(Language language) {
        sceneController.choose(language);
    }

    private void chooseOther() {
        sceneController.chooseOther();
        guestHelp.refresh();
    }

    private void finish() {
        if (guestHelp.isOpen()) {
            guestHelp.close();
            return;
        }
        sceneController.finish();
    }
}
