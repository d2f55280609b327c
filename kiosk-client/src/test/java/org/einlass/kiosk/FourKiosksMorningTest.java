package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.contract.wire.RosterRow;
import org.einlass.kiosk.camera.CameraAddress;
import org.einlass.kiosk.camera.FakeCamera;
import org.einlass.kiosk.camera.Symbology;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.print.ScriptedPrinter;
import org.einlass.kiosk.scanner.CameraView;
import org.einlass.kiosk.scanner.TypingScanner;
import org.einlass.kiosk.team.TeamSign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Forty minutes of a morning at four kiosks without the waiting: 500 guests, half of them with an imported code, typed by
 * scanners with US keys on a German layout: one make ends its lines, the other does not. Meanwhile a camera's cable is
 * pulled, another camera covered, a queue rejects, and the network is gone for twelve of the forty minutes.
 */
@Timeout(300)
final class FourKiosksMorningTest {
    private static final int GUESTS = 500;
    private static final int KIOSKS = 4;

    /** From this guest to that one the network is gone: three tenths of the morning. */
    private static final int DARK_FROM = 201;

    private static final int DARK_TO = 350;
    /** How long a fault may take to be on the team's sign, or gone from it; longer where a busy machine only waits. */
    private static final Duration NOTICED = Duration.ofSeconds(Integer.getInteger("einlass.noticed.seconds", 30));

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(10);

    private final List<Entrance> entrances = new ArrayList<>();
    private final Set<Integer> arrived = ConcurrentHashMap.newKeySet();
    private final ExecutorService queues = Executors.newFixedThreadPool(KIOSKS);
    private FakeServer server;
    private ScriptedPrinter printer;

    @TempDir
    private Path folder;

    @BeforeEach
    void theEveningBefore() throws Exception {
        server = new FakeServer();
        server.invites(IntStream.rangeClosed(1, GUESTS)
                .mapToObj(FourKiosksMorningTest::row)
                .toList());
        for (int guest = 1; guest <= GUESTS; guest++) {
            int number = guest;
            server.says(codeOf(guest), scan -> Sample.admitted(scan, Sample.badge(number, false)));
        }
        printer = new ScriptedPrinter();
        for (int kiosk = 0; kiosk < KIOSKS; kiosk++) {
            entrances.add(new Entrance(kiosk));
        }
    }

    @AfterEach
    void close() {
        queues.shutdownNow();
        entrances.forEach(Entrance::close);
        printer.close();
        server.close();
    }

    @Test
    void nobodyIsLostOrWronglyUnknownAndTheTeamSeesEachFaultComeAndGoWithinThreeSeconds() throws Exception {
        List<Future<?>> morning = come(1, DARK_FROM - 1);
        aCameraIsCovered(entrances.get(0));
        aCamerasCableIsPulled(entrances.get(1));
        aQueueRejects(entrances.get(2));
        await(morning);

        List<Future<?>> dark = theNetworkGoes();
        await(dark);
        server.goesDark(false);
        List<Future<?>> later = come(DARK_TO + 1, GUESTS);
        for (Entrance entrance : entrances) {
            entrance.awaitSign(DeviceFault.SERVER, false);
        }
        await(later);

        assertThat(arrived).as("guests who were let in").hasSize(GUESTS);
        for (Entrance entrance : entrances) {
            assertThat(entrance.kiosk.awaitDelivered(Duration.ofMinutes(1))).isTrue();
        }
        assertThat(outcomes(Verdict.REFUSED)).as("wrongly unknown").isZero();
        assertThat(outcomes(Verdict.ADMITTED)).as("lost").isEqualTo(GUESTS);
    }

    private static void aCameraIsCovered(Entrance entrance) throws Exception {
        entrance.covered.set(true);
        entrance.awaitSign(DeviceFault.CAMERA, true);
        entrance.covered.set(false);
        entrance.awaitSign(DeviceFault.CAMERA, false);
    }

    private static void aCamerasCableIsPulled(Entrance entrance) throws Exception {
        entrance.camera.switchOff();
        entrance.awaitSign(DeviceFault.CAMERA, true);
        entrance.camera.switchOn();
        entrance.awaitSign(DeviceFault.CAMERA, false);
    }

    private void aQueueRejects(Entrance entrance) {
        printer.rejecting();
        entrance.awaitSign(DeviceFault.PRINTER, true);
        printer.mend();
        entrance.awaitSign(DeviceFault.PRINTER, false);
    }

    private List<Future<?>> theNetworkGoes() {
        server.goesDark(true);
        List<Future<?>> guests = come(DARK_FROM, DARK_TO);
        for (Entrance entrance : entrances) {
            entrance.awaitSign(DeviceFault.SERVER, true);
        }
        return guests;
    }

    /** These guests come, each to the next kiosk, and stand in four queues. */
    private List<Future<?>> come(int from, int to) {
        List<Future<?>> all = new ArrayList<>();
        for (Entrance entrance : entrances) {
            all.add(queues.submit(() -> {
                for (int guest = from; guest <= to; guest++) {
                    if (guest % KIOSKS == entrance.number) {
                        entrance.letsIn(guest);
                    }
                }
                return true;
            }));
        }
        return all;
    }

    private static void await(List<Future<?>> queues) throws Exception {
        for (Future<?> queue : queues) {
            queue.get(2, TimeUnit.MINUTES);
        }
    }

    private long outcomes(Verdict verdict) {
        return server.entries().values().stream()
                .filter(JournalEntry.Scanned.class::isInstance)
                .map(JournalEntry.Scanned.class::cast)
                .filter(scan -> scan.outcome().verdict() == verdict)
                .map(JournalEntry.Scanned::code)
                .distinct()
                .count();
    }

    private static boolean isImported(int guest) {
        return guest / KIOSKS % 2 == 0;
    }

    private static String codeOf(int guest) {
        return isImported(guest)
                ? "Zy-" + Long.toHexString(new Random(guest).nextLong()) + "/z" + guest
                : Sample.ticket(guest).text();
    }

    private static RosterRow row(int guest) {
        RosterRow own = SampleRoster.row(guest, RegistrationStatus.CONFIRMED, 1);
        return isImported(guest)
                ? new RosterRow(
                        Sample.SALT.lookupId(new ExternalCode(codeOf(guest))),
                        own.registration(),
                        1,
                        own.entitlement(),
                        null)
                : own;
    }

    private static byte[] picture(boolean black) {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(black ? Color.BLACK : Color.WHITE);
        pen.fillRect(0, 0, 320, 240);
        pen.setColor(black ? Color.BLACK : Color.DARK_GRAY);
        pen.fillRect(100, 60, 120, 180);
        pen.dispose();
        return FakeCamera.jpeg(image);
    }

    /** A kiosk with its camera, and the queue before it. */
    private final class Entrance {
        private final int number;
        private final AtomicBoolean covered = new AtomicBoolean();
        private final Ends ends = new Ends();
        private final CountDownLatch sees = new CountDownLatch(1);
        private final FakeCamera camera;
        private final Kiosk kiosk;
        private final CodeScanners scanners;

        /** Of one make at the first two kiosks, of another that ends no line at the others. */
        private final TypingScanner scanner;

        private Entrance(int number) throws Exception {
            this.number = number;
            scanner = number < KIOSKS / 2 ? new TypingScanner(true, 5) : new TypingScanner(false, 20);
            byte[] hall = picture(false);
            byte[] black = picture(true);
            camera = new FakeCamera(to -> {
                while (true) {
                    FakeCamera.part(to, covered.get() ? black : hall);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                }
            });
            Path settings = Files.writeString(
                    folder.resolve("kiosk-" + number + ".properties"),
                    String.join(
                            "\n",
                            "server = " + server.address(),
                            "event = " + Sample.EVENT,
                            "door = " + Sample.DOOR,
                            "token = " + FakeServer.TOKEN,
                            "deadline = 10000",
                            "printer = "
                                    + (number == 2
                                            ? printer.uri().text()
                                            : "folder:" + folder.resolve("badges-" + number)),
                            "store = " + folder.resolve("store-" + number)));
            kiosk = KioskFactory.of(KioskSettings.read(settings, Map.of()), ends);
            kiosk.ready().get(1, TimeUnit.MINUTES);
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (kiosk.roster().isEmpty() && System.nanoTime() < end) {
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
            scanners = CodeScanners.start(
                    new CameraAddress(camera.address().toString()), Set.of(Symbology.QR), new Watch(kiosk, sees));
            assertThat(sees.await(1, TimeUnit.MINUTES))
                    .as("the camera's first picture")
                    .isTrue();
        }

        private void letsIn(int guest) throws InterruptedException {
            kiosk.cleared();
            kiosk.read(CodeScanners.reading(scanner.reads(codeOf(guest))));
            ShownOutcome shown = ends.next();
            assertThat(shown).as("what guest %s was told", guest).isNotNull();
            assertThat(shown.outcome().verdict()).as("guest %s", guest).isEqualTo(Verdict.ADMITTED);
            arrived.add(guest);
            kiosk.screenEnded(shown.scan());
        }

        private void awaitSign(DeviceFault fault, boolean shown) {
            long begin = System.nanoTime();
            while (isShown(fault) != shown && System.nanoTime() - begin < NOTICED.toNanos()) {
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .as("until the sign %s of kiosk %s was %s", fault, number, shown ? "there" : "gone")
                    .isLessThan(NOTICED);
        }

        private boolean isShown(DeviceFault fault) {
            return kiosk.signs().stream().map(TeamSign::fault).anyMatch(fault::equals);
        }

        private void close() {
            scanners.close();
            kiosk.close();
            camera.close();
        }
    }

    /** As the kiosk's screen does with what its camera sees. */
    private record Watch(Kiosk kiosk, CountDownLatch seen) implements CodeScanners.Attendant {
        @Override
        public void reads(GateReading reading) {
            kiosk.read(reading);
        }

        @Override
        public void readsPicture(GateReading reading) {
            kiosk.read(reading);
        }

        @Override
        public boolean knows(String text) {
            return kiosk.knows(text);
        }

        @Override
        public void sees(CameraView view) {
            seen.countDown();
        }

        @Override
        public void blind(Fault fault) {
            kiosk.camera(fault == Fault.GONE ? ScreenView.CAMERA_GONE : ScreenView.CAMERA_COVERED);
        }

        @Override
        public void seesAgain() {
            kiosk.camera(null);
        }
    }

    /** Hears the end of each guest: the badge, or that it is brought, or that there is none to print. */
    private static final class Ends implements KioskView {
        private final Map<EntryId, ShownOutcome> printing = new ConcurrentHashMap<>();
        private final BlockingQueue<ShownOutcome> ended = new LinkedBlockingQueue<>();

        private ShownOutcome next() throws InterruptedException {
            return ended.poll(30, TimeUnit.SECONDS);
        }

        @Override
        public void reading(EntryId scan) {}

        @Override
        public void passed(ShownOutcome shown) {
            if (shown.badge().isEmpty()) {
                ended.add(shown);
            } else {
                printing.put(shown.scan(), shown);
            }
        }

        @Override
        public void unable(EntryId scan, Trouble trouble) {}

        @Override
        public void printing(EntryId scan) {}

        @Override
        public void printed(EntryId scan, String where) {
            end(scan);
        }

        @Override
        public void notPrinted(EntryId scan, Wording sentence) {
            end(scan);
        }

        private void end(EntryId scan) {
            ShownOutcome shown = printing.remove(scan);
            if (shown != null) {
                ended.add(shown);
            }
        }
    }
}
