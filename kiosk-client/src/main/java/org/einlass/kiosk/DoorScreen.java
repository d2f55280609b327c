package org.einlass.kiosk;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.door.DoorPresenter;
import org.einlass.kiosk.door.DoorRefusal;
import org.einlass.kiosk.door.DoorSignIn;
import org.einlass.kiosk.door.ToneSpeaker;
import org.einlass.kiosk.door.VerdictSound;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.scanner.CameraView;
import org.einlass.kiosk.screen.Language;
import org.einlass.kiosk.screen.door.DoorDisplay;
import org.einlass.kiosk.screen.door.DoorWindow;
import org.einlass.kiosk.sync.Outbox;
import org.einlass.kiosk.team.TeamSign;
import org.jspecify.annotations.Nullable;

/**
 * A staffed door with its window. Opens at once; where the server is silent it says so and goes on looking.
 */
public final class DoorScreen implements AutoCloseable {
    private static final Logger LOG = System.getLogger(DoorScreen.class.getName());
    private static final long SECONDS_BETWEEN_LOOKS = 1;
    private static final long SECONDS_BETWEEN_COUNTS = 3;
    private static final long SECONDS_BETWEEN_DOORS = 30;

    private final CountDownLatch closing = new CountDownLatch(1);
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(DoorScreen::thread);
    private final DoorPresenter presenter;
    private final Kiosk kiosk;
    private final DoorSignIn signIn;
    private volatile @Nullable DoorWindow window;
    private volatile @Nullable CodeScanners scanners;

    private DoorScreen(KioskSettings settings, Function<Runnable, Consumer<VerdictSound>> speaker) {
        presenter = new DoorPresenter(this::show, speaker.apply(this::noSound), Clock.systemUTC());
        kiosk = KioskFactory.of(settings, new GateEvents());
        signIn = new DoorSignIn(kiosk.helpers(), Clock.systemUTC(), new SignInEvents(), this::stands);
    }

    private static Thread thread(Runnable task) {
        Thread made = new Thread(task, "einlass-door-watch");
        made.setDaemon(true);
        return made;
    }

    /**
     * Opens window and door.
     *
     * @throws SettingsException where the camera cannot be used
     */
    public static DoorScreen open(KioskSettings settings) {
        return open(settings, ToneSpeaker::new);
    }

    /** @param speaker makes what plays the sounds; it may run what it is given once, where it plays none */
    static DoorScreen open(KioskSettings settings, Function<Runnable, Consumer<VerdictSound>> speaker) {
        DoorScreen screen = new DoorScreen(settings, speaker);
        try {
            screen.openWindow(settings);
            screen.scanners = CodeScanners.start(settings.camera(), settings.codes(), screen.new Eye());
            return screen;
        } catch (SettingsException ended) {
            screen.close();
            throw ended;
        }
    }

    private void openWindow(KioskSettings settings) {
        Language language = Language.ENGLISH.locale().equals(settings.language()) ? Language.ENGLISH : Language.GERMAN;
        window = DoorWindow.fullScreen(
                language,
                presenter.display(),
                new DoorCommands(
                        kiosk,
                        presenter,
                        signIn,
                        task -> looks.execute(() -> safely(task)),
                        () -> window,
                        this::askForDoors));
        show(presenter.display());
        repeat(this::look, SECONDS_BETWEEN_LOOKS);
        repeat(this::askHeadCount, SECONDS_BETWEEN_COUNTS);
        repeat(this::askForDoors, SECONDS_BETWEEN_DOORS);
    }

    private void repeat(Runnable work, long seconds) {
        var unused = looks.scheduleWithFixedDelay(() -> safely(work), 0, seconds, TimeUnit.SECONDS);
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (JournalException | RejectedExecutionException later) {
            LOG.log(Level.DEBUG, "the device's state is looked at again later", later);
        }
    }

    /** A screen that shows a state looks at the state again. */
    private void look() {
        signIn.look();
        presenter.help(kiosk.help().state(), kiosk.help().coming());
        long waiting = kiosk.backlog().waiting();
        List<TeamSign> signs = kiosk.signs();
        if (!presenter.isLocked()) {
            kiosk.messageShown();
        }
        var unused = kiosk.isOnline().thenAccept(online -> presenter.stands(!online, waiting, signs));
    }

    /** The server's count is that of now only where it has heard of everything that happened here. */
    private void askHeadCount() {
        if (kiosk.isWithdrawn()) {
            return;
        }
        long asked = presenter.asksHeadCount();
        Outbox.Backlog backlog = kiosk.backlog();
        if (backlog.waiting() == backlog.rejected()) {
            kiosk.fetchHeadCount(reply -> reply.answer().ifPresent(count -> presenter.headCountHeard(count, asked)));
        }
    }

    private void askForDoors() {
        if (!kiosk.isWithdrawn()) {
            tellDoors();
            kiosk.doors().refresh(this::tellDoors);
        }
    }

    private void tellDoors() {
        presenter.mayChoose(kiosk.doors().doors());
    }

    private void noSound() {
        presenter.silent();
    }

    private void show(DoorDisplay display) {
        DoorWindow open = window;
        if (open != null) {
            open.show(display);
        }
    }

    private void stands(Optional<OperatorId> operator) {
        var unused = kiosk.atDoor(door -> {
                    door.signIn(operator.orElse(null));
                    return true;
                })
                .exceptionally(broken -> false);
    }

    /** The kiosk behind the window. */
    public Kiosk kiosk() {
        return kiosk;
    }

    /** Waits until the program is ended from outside. */
    public void awaitClosing() throws InterruptedException {
        closing.await();
    }

    @Override
    public void close() {
        closing.countDown();
        looks.shutdownNow();
        CodeScanners running = scanners;
        if (running != null) {
            running.close();
        }
        kiosk.close();
        DoorWindow open = window;
        if (open != null) {
            open.close();
        }
    }

    /** Hears what happens at the gate. The next scan never waits for a screen to end. */
    private final class GateEvents implements KioskView {
        @Override
        public void reading(EntryId scan) {
            presenter.reading(scan);
        }

        @Override
        public void waiting(EntryId scan) {
            presenter.waiting(scan);
        }

        @Override
        public void waitingLong(EntryId scan) {
            presenter.waitingLong(scan);
        }

        @Override
        public void onceMore(EntryId scan, GateReading.Flaw flaw) {
            presenter.onceMore(scan, flaw);
        }

        @Override
        public void knows(DoorSheet sheet) {
            presenter.knows(sheet);
        }

        @Override
        public void passed(ShownOutcome shownOutcome) {
            presenter.passed(shownOutcome);
            kiosk.screenEnded(shownOutcome.scan());
        }

        @Override
        public void unable(EntryId scan, Trouble trouble) {
            presenter.unable(scan, trouble);
        }

        @Override
        public void ableAgain() {
            presenter.ableAgain();
        }

        @Override
        public void printing(EntryId scan) {}

        @Override
        public void printed(EntryId scan, String where) {}

        @Override
        public void notPrinted(EntryId scan, Wording sentence) {
            LOG.log(Level.WARNING, sentence.in(Locale.getDefault()));
        }

        @Override
        public void withdrawn() {
            presenter.withdrawn(true);
        }

        @Override
        public void readmitted() {
            presenter.withdrawn(false);
        }
    }

    /** Hears what the scanners see. */
    private final class Eye implements CodeScanners.Attendant {
        @Override
        public void reads(GateReading reading) {
            if (signIn.reads(reading, kiosk.ready().getNow(null))) {
                return;
            }
            kiosk.read(reading);
        }

        @Override
        public void readsPicture(GateReading reading) {
            if (signIn.reads(reading, kiosk.ready().getNow(null))) {
                return;
            }
            kiosk.cleared();
            kiosk.read(reading);
        }

        @Override
        public boolean knows(String text) {
            return kiosk.knows(text);
        }

        @Override
        public void sees(CameraView cameraView) {}

        @Override
        public void blind(Fault fault) {
            presenter.blind(true);
            kiosk.camera(ScreenView.words(fault));
        }

        @Override
        public void seesAgain() {
            presenter.blind(false);
            kiosk.camera(null);
        }
    }

    /** Shows who may use the keys. */
    private final class SignInEvents implements DoorSignIn.Screen {
        @Override
        public void locked(boolean yes) {
            presenter.locked(yes);
        }

        @Override
        public void wantsPin(boolean again) {
            withWindow(open -> open.openPin(again));
        }

        @Override
        public void wantsNoPin() {
            withWindow(DoorWindow::closePin);
        }

        @Override
        public void signedIn(String name) {
            presenter.signedIn(name);
        }

        @Override
        public void declined(DoorRefusal why) {
            presenter.declined(why);
        }

        @Override
        public void askServer() {
            kiosk.beat();
        }
    }

    private void withWindow(Consumer<DoorWindow> action) {
        DoorWindow open = window;
        if (open != null) {
            action.accept(open);
        }
    }
}
