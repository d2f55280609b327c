package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.text.JTextComponent;
import org.einlass.kiosk.camera.CameraAddress;
import org.einlass.kiosk.enrolment.FakeEnrolmentServer;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.screen.EventThread;
import org.einlass.kiosk.store.DeviceStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real window of a device without settings, before the real reader of codes. */
@Tag("window")
@CacioTest
class SetUpScreenTest {
    private static final int SIDE = 500;

    @TempDir
    private Path folder;

    @AutoClose
    private FakeEnrolmentServer server;

    @BeforeEach
    void open() throws IOException {
        EventThread.call(() -> {
            Arrays.stream(Frame.getFrames())
                    .forEach(Frame::dispose); // Parts are looked for in whatever window is there.
            return null;
        });
        server = new FakeEnrolmentServer();
    }

    @Test
    void enrolsByAQrCodeBeforeTheCameraAndStartsAsAKiosk() throws Exception {
        assertThat(KioskSettings.toBeSetUp(Path.of(""), values(), false)).isPresent();
        Files.createDirectories(folder.resolve("camera"));
        picture(server.offer().text());
        try (SetUpScreen screen = SetUpScreen.open(
                settings(new CameraAddress(folder.resolve("camera").toString())))) {
            await(() -> !server.shortCode().isEmpty() && spoken().startsWith(server.shortCode()));
            assertThat(spoken()).contains("derselbe Code");
            photograph("set-up-compare");
            server.confirm();
            screen.awaitEnrolled();
            await(() -> spoken().startsWith("Aufgenommen"));
        }

        KioskSettings kiosk = KioskSettings.read(Path.of(""), values());
        assertThat(KioskSettings.toBeSetUp(Path.of(""), values(), false)).isEmpty();
        assertThat(KioskSettings.toBeSetUp(Path.of(""), values(), true))
                .as("enrolled anew")
                .isPresent();
        assertThat(kiosk.address().server()).isEqualTo(server.address());
        assertThat(kiosk.address().door().text()).isEqualTo("main");
        assertThat(kiosk.kind()).isEqualTo(DeviceMode.KIOSK);
        assertThat(kiosk.identity()).isNotNull();
    }

    @Test
    void takesAddressAndCodeByHandAndSaysWhyNot() throws Exception {
        try (SetUpScreen screen = SetUpScreen.open(settings(null))) {
            await(() -> spoken().startsWith("Dieses Gerät einrichten"));
            photograph("set-up-waiting");
            click("language");
            await(() -> spoken().startsWith("Set this device up"));
            photograph("set-up-waiting-en");
            type("address", server.address().toString());
            type("code", "0000-0000-0000");
            focus("code");
            click("go");
            await(() -> spoken().contains("gibt es hier nicht"));
            await(() -> isFocused("code"));
            photograph("set-up-fault");

            type("code", "abcd-efgh-jklm");
            click("go");
            await(() -> !server.shortCode().isEmpty() && spoken().startsWith(server.shortCode()));
            server.confirm();
            screen.awaitEnrolled();
        }
        assertThat(folder.resolve("store/enrolment.json")).exists();
    }

    @Test
    void enrolsByAHandScannerThatTypesTheQrCode() throws Exception {
        try (SetUpScreen screen = SetUpScreen.open(settings(null))) {
            await(() -> isThere("address"));
            focus("address");

            scan(server.offer().text());

            await(() -> !server.shortCode().isEmpty() && spoken().startsWith(server.shortCode()));
            server.confirm();
            screen.awaitEnrolled();
        }
        assertThat(folder.resolve("store/enrolment.json")).exists();
    }

    /** Into whatever has the focus, faster than any hand, and Enter. */
    private static void scan(String code) {
        long begin = System.currentTimeMillis();
        int[] passed = new int[1];
        (code + "\n").chars().forEach(symbol -> {
            int key = symbol == '\n' ? KeyEvent.VK_ENTER : KeyEvent.getExtendedKeyCodeForChar(symbol);
            send(KeyEvent.KEY_PRESSED, begin + passed[0], key, (char) symbol);
            send(KeyEvent.KEY_TYPED, begin + passed[0], KeyEvent.VK_UNDEFINED, (char) symbol);
            send(KeyEvent.KEY_RELEASED, begin + passed[0] + 2, key, (char) symbol);
            passed[0] += 5;
        });
    }

    private static void send(int id, long when, int key, char symbol) {
        EventThread.call(() -> {
            Component owner =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            Component target = owner == null ? find("text") : owner;
            target.dispatchEvent(new KeyEvent(target, id, when, 0, key, symbol));
            return null;
        });
    }

    @Test
    void theTeamSetsAWorkingKioskUpAgainByItsMenuAndItsJournalStays() throws Exception {
        Path config = Files.writeString(folder.resolve("kiosk.properties"), """
                store = %s
                scan = keyboard
                printer = none
                team.pin = 4711
                """.formatted(folder.resolve("store")));
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
        try (DeviceStore before = DeviceStore.open(folder.resolve("store"), SampleEntries.epoch())) {
            before.keepsakes().keep(Sample.sheet());
            before.journal().write(sequence -> SampleEntries.admitted(sequence, 1, Sample.MORNING));
        }
        StringWriter said = new StringWriter();
        try (FakeEnrolmentServer another = new FakeEnrolmentServer()) {
            CompletableFuture<Integer> command = CompletableFuture.supplyAsync(
                    () -> KioskClient.commandLine(new PrintWriter(said, true), new PrintWriter(said, true))
                            .execute("run", "--config", config.toString()));
            setUpByHand(server);

            chooseFromTheTeamsMenu("team.setUpAgain");
            setUpByHand(another);
            chooseFromTheTeamsMenu("team.leave");

            assertThat(command.get(1, TimeUnit.MINUTES)).as(said::toString).isZero();
            assertThat(KioskSettings.read(config, Map.of()).address().server()).isEqualTo(another.address());
        }
        try (DeviceStore after = DeviceStore.open(folder.resolve("store"), SampleEntries.epoch())) {
            assertThat(after.outbox().backlog().waiting()).isEqualTo(1);
        }
    }

    private static void setUpByHand(FakeEnrolmentServer organiser) {
        await(() -> isThere("address"));
        type("address", organiser.address().toString());
        type("code", "abcd-efgh-jklm");
        click("go");
        await(() -> !organiser.shortCode().isEmpty() && spoken().startsWith(organiser.shortCode()));
        organiser.confirm();
    }

    /** Touches the corner, enters the PIN, and touches what stands behind it. */
    private static void chooseFromTheTeamsMenu(String choice) {
        await(() -> isThere("team"));
        await(SetUpScreenTest::touchedTheCorner);
        "4711".chars().forEach(digit -> click("team.key." + (char) digit));
        click(choice);
    }

    /** The window may still come up: whoever sees nothing touches again. */
    private static boolean touchedTheCorner() {
        EventThread.call(() -> {
            Component corner = find("team");
            corner.dispatchEvent(
                    new MouseEvent(corner, MouseEvent.MOUSE_PRESSED, 0, 0, 1, 1, 1, false, MouseEvent.BUTTON1));
            return corner;
        });
        return isThere("team.key.4");
    }

    private static boolean isThere(String name) {
        return EventThread.call(() -> Arrays.stream(Frame.getFrames())
                .filter(Frame::isDisplayable)
                .anyMatch(frame -> find(frame, name) != null));
    }

    private Map<String, String> values() {
        return Map.of("store", folder.resolve("store").toString());
    }

    private SetUpSettings settings(CameraAddress camera) {
        return new SetUpSettings(Locale.GERMAN, camera, folder.resolve("store"));
    }

    private void picture(String text) throws IOException, WriterException {
        BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, SIDE, SIDE);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.setRGB(x, y, modules.get(x, y) ? 0 : 0xffffff);
            }
        }
        ImageIO.write(image, "png", folder.resolve("camera/offer.png").toFile());
    }

    private static String spoken() {
        return EventThread.call(
                () -> String.valueOf(find("text").getAccessibleContext().getAccessibleName()));
    }

    private static void type(String name, String text) {
        EventThread.call(() -> {
            ((JTextComponent) find(name)).setText(text);
            return name;
        });
    }

    private static void focus(String name) {
        EventThread.call(() -> find(name).requestFocusInWindow());
        await(() -> isFocused(name));
    }

    private static boolean isFocused(String name) {
        return EventThread.call(() -> find(name).isFocusOwner());
    }

    private static void click(String name) {
        EventThread.call(() -> {
            ((AbstractButton) find(name)).doClick(0);
            return name;
        });
    }

    private static Component find(String name) {
        return Arrays.stream(Frame.getFrames())
                .filter(Frame::isDisplayable)
                .map(frame -> find(frame, name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static Component find(Container container, String name) {
        for (Component part : container.getComponents()) {
            if (name.equals(part.getName())) {
                return part;
            }
            Component below = part instanceof Container inner ? find(inner, name) : null;
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    /** With {@code -Deinlass.pictures=FOLDER} the window is kept as a picture. */
    private static void photograph(String name) throws IOException {
        String pictures = System.getProperty("einlass.pictures", "");
        if (pictures.isEmpty()) {
            return;
        }
        BufferedImage image = EventThread.call(() -> {
            Frame frame = Arrays.stream(Frame.getFrames())
                    .filter(Frame::isDisplayable)
                    .findFirst()
                    .orElseThrow();
            BufferedImage paper = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
            frame.paint(paper.getGraphics());
            return paper;
        });
        ImageIO.write(image, "png", new File(pictures, name + ".png"));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
