package org.einlass.kiosk;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.einlass.contract.Wording;
import org.einlass.contract.code.UnlockCard;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.HeartbeatAnswer.CounterOrder;
import org.einlass.kiosk.desk.DeskController;
import org.einlass.kiosk.desk.device.DeskDevice;
import org.einlass.kiosk.desk.device.DeskEdges;
import org.einlass.kiosk.desk.device.DeskUplink;
import org.einlass.kiosk.desk.device.RoleBadgeNumbers;
import org.einlass.kiosk.desk.state.DeskCorner;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.gate.Desk;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.ThreadExecutor;
import org.einlass.kiosk.helper.HelperSignIn;
import org.einlass.kiosk.print.PrintKind;
import org.einlass.kiosk.print.PrintResult;
import org.einlass.kiosk.queue.PrintJob;
import org.einlass.kiosk.scanner.CameraView;
import org.einlass.kiosk.screen.Language;
import org.einlass.kiosk.screen.desk.DeskWindow;
import org.einlass.reports.PrintedPages;
import org.jspecify.annotations.Nullable;

/** A staffed desk with its window. Opens at once, locked, whether the server is there or not. */
public final class DeskScreen implements AutoCloseable {
    private static final Logger LOG = System.getLogger(DeskScreen.class.getName());

    /** Longer than a difficult guest, shorter than a coffee. */
    private static final Duration LOCK_AFTER = Duration.ofMinutes(3);

    private final CountDownLatch closing = new CountDownLatch(1);
    private final ThreadExecutor loop = new ThreadExecutor("einlass-desk");
    private final ThreadExecutor peopleLoop = new ThreadExecutor("einlass-people");
    private final DeskKioskView view = new DeskKioskView();
    private final Kiosk kiosk;
    private final DeskController controller;
    private volatile @Nullable DeskWindow window;
    private volatile @Nullable CodeScanners scanners;

    private DeskScreen(KioskSettings settings) {
        kiosk = KioskFactory.of(settings, view);
        controller = new DeskController(new DeskEdges(
                loop,
                peopleLoop,
                Clock.systemUTC(),
                LOCK_AFTER,
                new KioskDevice(kiosk, settings.counter()),
                kiosk.people(),
                this::show));
        view.tell(controller);
    }

    /**
     * Opens window and desk.
     *
     * @throws SettingsException where the camera cannot be used
     */
    public static DeskScreen open(KioskSettings settings) {
        return open(settings, DeskWindow::fullScreen);
    }

    /** Opens the desk in a window of the caller's making. */
    static DeskScreen open(KioskSettings settings, WindowOpener opener) {
        DeskScreen screen = new DeskScreen(settings);
        try {
            Language first = Locale.ENGLISH.equals(settings.language()) ? Language.ENGLISH : Language.GERMAN;
            DeskWindow opened =
                    opener.open(Wording.same("Einlass"), first, screen.controller, screen.closing::countDown);
            screen.window = opened;
            screen.view.tellSheets(sheet -> screen.know(sheet, opened));
            screen.controller.open();
            if (screen.kiosk.isWithdrawn()) {
                screen.controller.withdrawn();
            }
            screen.scanners = CodeScanners.start(settings.camera(), settings.codes(), screen.new Eye());
            return screen;
        } catch (SettingsException wrong) {
            screen.close();
            throw wrong;
        }
    }

    /** Opens a desk's window. */
    interface WindowOpener {

        DeskWindow open(Wording title, Language first, DeskController controller, Runnable closing);
    }

    private void know(DoorSheet sheet, DeskWindow opened) {
        controller.know(sheet);
        opened.know(sheet.eventTitle(), sheet.zone());
    }

    private void show(DeskState state) {
        DeskWindow open = window;
        if (open != null) {
            open.show(state);
        }
    }

    /** The device behind the window. */
    public Kiosk kiosk() {
        return kiosk;
    }

    /** Waits until staff close the window. */
    public void awaitClosing() throws InterruptedException {
        closing.await();
    }

    @Override
    public void close() {
        closing.countDown();
        CodeScanners running = scanners;
        if (running != null) {
            running.close();
        }
        loop.close();
        peopleLoop.close();
        kiosk.close();
        DeskWindow open = window;
        if (open != null) {
            open.close();
        }
    }

    /** The device, as the desk's screen sees it. */
    private record KioskDevice(Kiosk kiosk, String counter) implements DeskDevice {

        @Override
        public void scan(GateReading reading) {
            kiosk.cleared();
            kiosk.read(reading);
        }

        @Override
        public <T> CompletableFuture<T> atDesk(Function<Desk, T> work) {
            return kiosk.atDesk(work);
        }

        @Override
        public void print(EntryId entry, BadgeOrder order) {
            kiosk.print(entry, order);
        }

        @Override
        public CompletableFuture<PrintResult> printDocument(PrintKind kind, PrintedPages pages) {
            return kiosk.printDocument(kind, pages);
        }

        @Override
        public boolean keepsDocuments() {
            return kiosk.keepsDocuments();
        }

        @Override
        public Optional<PrintJob> unclearPrint(RegistrationId registration) {
            return kiosk.unclearPrint(registration);
        }

        @Override
        public void decidePrint(EntryId print, boolean cameOut) {
            kiosk.decidePrint(print, cameOut);
        }

        @Override
        public boolean isWithdrawn() {
            return kiosk.isWithdrawn();
        }

        @Override
        public DeskCorner corner() {
            return kiosk.corner();
        }

        @Override
        public void forgetNames() {
            var unused = kiosk.lock();
        }

        @Override
        public CompletableFuture<Boolean> unlock(UnlockCard card) {
            return kiosk.unlock(card);
        }

        @Override
        public CompletableFuture<Optional<UnlockCard>> issueUnlockCard() {
            return CompletableFuture.supplyAsync(kiosk::issueUnlockCard);
        }

        @Override
        public CompletableFuture<Void> settleUnlockCard(UnlockCard card, boolean onPaper) {
            return CompletableFuture.runAsync(() -> kiosk.settleUnlockCard(card, onPaper));
        }

        @Override
        public Optional<CounterOrder> counterOrder() {
            return kiosk.counterOrder();
        }

        @Override
        public void messageShown() {
            kiosk.messageShown();
        }

        @Override
        public DeskUplink uplink() {
            return kiosk.deskUplink();
        }

        @Override
        public RoleBadgeNumbers roleBadgeNumbers() {
            return kiosk.roleBadgeNumbers();
        }

        @Override
        public HelperSignIn helpers() {
            return kiosk.helpers();
        }

        @Override
        public void askServer() {
            kiosk.beat();
        }

        @Override
        public void wantNames() {
            if (!kiosk.vault().isUnlocked()) {
                kiosk.unlockByServer();
            }
        }
    }

    /** Hears what the scanners see. */
    private final class Eye implements CodeScanners.Attendant {
        @Override
        public void reads(GateReading reading) {
            if (reading.flaw() == GateReading.Flaw.NO_LINE_END) {
                kiosk.noLineEnd();
            }
            controller.scanned(reading);
        }

        @Override
        public void readsPicture(GateReading reading) {
            controller.scanned(reading);
        }

        @Override
        public boolean knows(String text) {
            return kiosk.knows(text);
        }

        @Override
        public void blind(Fault fault) {
            LOG.log(Level.WARNING, OperatorMessages.ofThisMachine().say("log.camera." + fault));
            kiosk.camera(ScreenView.words(fault));
        }

        @Override
        public void seesAgain() {
            kiosk.camera(null);
        }

        @Override
        public void sees(CameraView cameraView) {}
    }
}
