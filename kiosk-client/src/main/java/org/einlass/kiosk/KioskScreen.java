package org.einlass.kiosk;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.einlass.contract.Wording;
import org.einlass.contract.counter.SentGuest;
import org.einlass.contract.counter.TypedBooking;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.camera.CameraAddress;
import org.einlass.kiosk.camera.CameraFrame;
import org.einlass.kiosk.camera.FoundCode;
import org.einlass.kiosk.camera.LocalCameras;
import org.einlass.kiosk.camera.Quad;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.guest.GuestName;
import org.einlass.kiosk.scanner.CameraView;
import org.einlass.kiosk.screen.BookingAttempt;
import org.einlass.kiosk.screen.Counter;
import org.einlass.kiosk.screen.GuestRequest;
import org.einlass.kiosk.screen.KioskWindow;
import org.einlass.kiosk.screen.Language;
import org.einlass.kiosk.screen.Monitors;
import org.einlass.kiosk.screen.Scene;
import org.einlass.kiosk.screen.SceneTimeouts;
import org.einlass.kiosk.screen.team.TeamMenu;
import org.einlass.kiosk.team.CameraSight;
import org.einlass.kiosk.team.TeamPin;
import org.einlass.kiosk.team.TeamSign;
import org.jspecify.annotations.Nullable;

/** A kiosk with its window. Opens at once; where the server is silent it says so and goes on looking. */
public final class KioskScreen implements AutoCloseable {
    private static final Logger LOG = System.getLogger(KioskScreen.class.getName());
    /** So long a server may take at the start until the screen says that it is silent. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(6);

    private static final Duration LONGEST_GUEST = Duration.ofSeconds(20);

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Semaphore guestsGone = new Semaphore(0);
    private final ScreenView view;
    private final Kiosk kiosk;
    private final TeamPin pin;
    private final Counter fixed;
    private final GuestCalls calls;
    private final CameraLook cameraLook;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(KioskScreen::thread);
    private volatile boolean takesBookingNumbers;
    private volatile boolean toBeSetUpAgain;
    private volatile @Nullable KioskWindow window;
    private volatile @Nullable CodeScanners scanners;

    private KioskScreen(KioskSettings settings, KioskView beside) {
        fixed = new Counter(settings.counter());
        view = new ScreenView(this::show, fixed, settings.tray(), Clock.systemUTC(), this::sendTo);
        view.onSheet(this::knows);
        kiosk = KioskFactory.of(settings, new CompositeView(view, beside));
        calls = new GuestCalls(kiosk.help(), this::say);
        cameraLook = new CameraLook(settings.camera());
        pin = new TeamPin(settings.teamPin(), Clock.systemUTC());
    }

    /** To an open counter; to the fixed one where there is none. */
    private void sendTo(SentGuest guest, Consumer<Counter> then) {
        var unused = kiosk.guestQuestions()
                .counterFor(guest)
                .thenAccept(open -> then.accept(open.map(Counter::new).orElse(fixed)));
    }

    /**
     * Opens window and kiosk.
     *
     * @param beside another who watches
     * @throws SettingsException where the camera cannot be used
     */
    public static KioskScreen open(KioskSettings settings, KioskView beside) {
        KioskWindow.prepare();
        KioskScreen screen = new KioskScreen(settings, beside);
        try {
            screen.openWindow(settings.language(), settings.monitor());
            lookAtCamera(settings.camera());
            screen.scanners = CodeScanners.start(settings.camera(), settings.codes(), screen.new Eye());
            return screen;
        } catch (SettingsException ended) {
            screen.close();
            throw ended;
        }
    }

    private static Thread thread(Runnable task) {
        Thread made = new Thread(task, "einlass-team-watch");
        made.setDaemon(true);
        return made;
    }

    /** A screen that shows a state looks at the state again. */
    private void look(KioskWindow opened) {
        try {
            opened.showFaults(
                    kiosk.signs().stream().map(TeamSign::fault).distinct().toList());
        } catch (JournalException | RejectedExecutionException later) {
            LOG.log(Level.DEBUG, "the device's state is looked at again later", later);
        }
        opened.offerCalls(!kiosk.isWithdrawn());
        opened.offerBookingNumbers(takesBookingNumbers && kiosk.hearsServer() && !kiosk.isWithdrawn());
        calls.look();
    }

    private void say(Wording call) {
        KioskWindow open = window;
        if (open != null) {
            open.showCall(call);
        }
    }

    /** What the organiser tells guests, and how many of them wait, may change at any time. */
    private void knows(DoorSheet sheet) {
        KioskWindow open = window;
        if (open != null) {
            DoorSheet.GuestTexts texts = sheet.guests();
            takesBookingNumbers = texts == null || !Boolean.FALSE.equals(texts.bookingNumbers());
            Wording privacy = texts == null ? null : texts.privacy();
            open.showTitle(sheet.eventTitle());
            open.setPace(sheet.inRush() ? SceneTimeouts.usual().inRush() : SceneTimeouts.usual());
            open.showNotice(privacy == null ? Wording.same("") : privacy);
        }
    }

    /** What stands behind the PIN in the team's corner. */
    private final class Menu implements TeamMenu {
        @Override
        public List<Wording> words() {
            kiosk.messageShown();
            return kiosk.signs().stream().map(TeamSign::words).toList();
        }

        @Override
        public Optional<CameraSight> camera() {
            CodeScanners running = scanners;
            return cameraLook.now(running == null ? 0 : running.picturesASecond());
        }

        @Override
        public void setUpAgain() {
            toBeSetUpAgain = true;
            closing.countDown();
        }

        @Override
        public void leave() {
            closing.countDown();
        }
    }

    /** A second monitor shows what guests should not see: somebody has to know of it. */
    private static void lookAtMonitors(String wanted) {
        List<String> all = Monitors.names();
        String names = String.join(", ", all);
        if (!Monitors.has(wanted)) {
            LOG.log(Level.WARNING, OperatorMessages.ofThisMachine().say("log.noMonitor", wanted, names));
        } else if (all.size() > 1) {
            LOG.log(Level.WARNING, OperatorMessages.ofThisMachine().say("log.moreMonitors", all.size(), names));
        }
    }

    /** A camera that is asked for by another name than its own is known before the first guest comes. */
    private static void lookAtCamera(@Nullable CameraAddress camera) {
        if (camera != null && !camera.isThere()) {
            LOG.log(
                    Level.WARNING,
                    OperatorMessages.ofThisMachine()
                            .say(
                                    "log.noCamera",
                                    camera.name(),
                                    String.join(
                                            ", ", LocalCameras.ofThisMachine().names())));
        }
    }

    private void openWindow(Locale first, String monitor) {
        lookAtMonitors(monitor);
        CompletableFuture<DoorSheet> ready = kiosk.ready();
        DoorSheet kept = ready.isDone() ? ready.join() : null;
        Wording title = kept == null ? Wording.same("Einlass") : kept.eventTitle();
        view.open(kept != null);
        // A withdrawn device is told nothing any more: what it knows now is all that it will know.
        Duration patience = kiosk.isWithdrawn() ? Duration.ZERO : FIRST_LOOK;
        var unusedSilence = looks.schedule(view::stillSilent, patience.toMillis(), TimeUnit.MILLISECONDS);
        Language language = Language.ENGLISH.locale().equals(first) ? Language.ENGLISH : Language.GERMAN;
        KioskWindow opened = KioskWindow.fullScreen(title, language, SceneTimeouts.usual(), monitor, new Attendant());
        window = opened;
        opened.showCounter(fixed);
        view.onQuestion(opened::askPhotographs, opened::askQuestions);
        var unusedLooks = looks.scheduleWithFixedDelay(() -> look(opened), 0, 1, TimeUnit.SECONDS);
        // What came between the first picture and this moment had no window.
        view.showAtRest();
        var unused = ready.thenAccept(this::opens);
    }

    private void opens(DoorSheet known) {
        view.setZone(known.zone());
        knows(known);
        view.open(true);
    }

    private void show(Scene scene) {
        KioskWindow open = window;
        if (open != null) {
            open.show(scene, view.guest().orElse(null));
        }
    }

    /** The kiosk behind the window. */
    public Kiosk kiosk() {
        return kiosk;
    }

    /** Shows a picture as if the camera saw it. */
    public void show(CameraFrame cameraFrame) {
        show(cameraFrame, null);
    }

    private void show(CameraFrame cameraFrame, @Nullable Quad code) {
        KioskWindow open = window;
        if (open != null) {
            open.showFrame(cameraFrame.image(), code);
        }
    }

    /** Waits until a guest's screen has ended since the last call; at most {@code patience}. */
    public void awaitGuestGone(Duration patience) throws InterruptedException {
        if (guestsGone.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            guestsGone.drainPermits();
        }
    }

    /**
     * Waits until the program is ended from outside, or by the team with its PIN; a window that guests can reach is
     * not closed by its keys.
     */
    public void awaitClosing() throws InterruptedException {
        closing.await();
    }

    /** Whether the team wants to enrol the device once more. */
    public boolean isToBeSetUpAgain() {
        return toBeSetUpAgain;
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
        KioskWindow open = window;
        if (open != null) {
            open.close();
        }
    }

    /** Hears what the scanners see. */
    private final class Eye implements CodeScanners.Attendant {
        private final NoticeTimer rivals = new NoticeTimer(Duration.ofMillis(400), Duration.ofSeconds(1));
        private final NoticeTimer noLineEnd = new NoticeTimer(Duration.ZERO, Duration.ofMinutes(5));

        @Override
        public void reads(GateReading reading) {
            if (reading.flaw() == GateReading.Flaw.NO_LINE_END) {
                kiosk.noLineEnd();
            }
            if (reading.flaw() == GateReading.Flaw.NO_LINE_END && noLineEnd.isDue(System.nanoTime())) {
                LOG.log(Level.WARNING, OperatorMessages.ofThisMachine().say("log.noLineEnd"));
            }
            kiosk.read(reading);
        }

        @Override
        public boolean knows(String text) {
            return kiosk.knows(text);
        }

        @Override
        public void readsPicture(GateReading reading) {
            guestsGone.drainPermits();
            kiosk.cleared();
            kiosk.read(reading);
            try {
                awaitGuestGone(LONGEST_GUEST);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void blind(Fault fault) {
            KioskWindow open = window;
            if (open != null) {
                open.showNoCamera();
            }
            cameraLook.blind();
            LOG.log(Level.WARNING, OperatorMessages.ofThisMachine().say("log.camera." + fault));
            kiosk.camera(ScreenView.words(fault));
            view.cameraFault(ScreenView.words(fault));
        }

        @Override
        public void ended() {
            KioskWindow open = window;
            if (open != null) {
                open.showNoCamera();
            }
        }

        @Override
        public void seesAgain() {
            kiosk.camera(null);
            view.cameraFault(null);
        }

        @Override
        public void sees(CameraView cameraView) {
            cameraLook.sees(cameraView);
            cameraView.choice().meant().ifPresent(meant -> kiosk.sees(meant.text()));
            if (cameraView.choice().asksForOneAtATime() && rivals.isDue(System.nanoTime())) {
                view.oneAtATime();
            }
            show(
                    cameraView.frame(),
                    cameraView.choice().meant().map(FoundCode::corners).orElse(null));
        }
    }

    /** Hears what the window tells. */
    private final class Attendant implements KioskWindow.Listener {
        private final NoticeTimer focusLost = new NoticeTimer(Duration.ZERO, Duration.ofMinutes(5));

        @Override
        public void guestScreenEnded(@Nullable EntryId guest) {
            if (guest != null) {
                kiosk.screenEnded(guest);
            }
            view.guestLeft(guest);
            guestsGone.release();
        }

        @Override
        public Scene atRest() {
            return view.atRest();
        }

        @Override
        public void guestAsks(GuestRequest request, @Nullable EntryId guest) {
            if (request == GuestRequest.CALL) {
                calls.call();
            } else if (guest != null) {
                view.asks(guest, request);
            }
        }

        @Override
        public void guestTypes(String number, String familyName, BookingAttempt attempt) {
            var unused = kiosk.guestQuestions()
                    .ticketOf(new TypedBooking(number, familyName))
                    .thenAccept(ticket -> ticket.ifPresentOrElse(
                            code -> attempt.found(() -> kiosk.read(code)), attempt::sendToCounter));
        }

        @Override
        public void guestAnswers(EntryId guest, PhotoConsent answer) {
            kiosk.answerPhotographs(guest, answer);
        }

        @Override
        public void guestAnswers(EntryId guest, String question, int choice) {
            var unused = kiosk.answerQuestion(guest, question, choice);
        }

        @Override
        public Optional<GuestName> nameToCorrect(EntryId guest) {
            return kiosk.nameToCorrect(guest);
        }

        @Override
        public void guestCorrects(EntryId guest, GuestName now) {
            var unused = kiosk.correctName(guest, now).whenComplete((taken, broken) -> {
                if (broken != null || !taken) {
                    view.asks(guest, GuestRequest.NAME_MISSPELT);
                }
            });
        }

        @Override
        public void keyboardAway(boolean away) {
            kiosk.keyboard(away);
            if (away && focusLost.isDue(System.nanoTime())) {
                LOG.log(Level.WARNING, OperatorMessages.ofThisMachine().say("log.keyboardAway"));
            }
        }

        @Override
        public void teamTouched() {
            KioskWindow open = window;
            if (open != null) {
                open.openTeam(pin, new Menu());
            }
        }

        @Override
        public void closeRequested() {
            LOG.log(Level.WARNING, OperatorMessages.ofThisMachine().say("log.closeRefused"));
        }
    }
}
