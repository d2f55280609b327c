package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.ListModel;
import javax.swing.text.JTextComponent;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.screen.EventThread;
import org.einlass.kiosk.screen.desk.DeskWindow;

/** The desk's real window before a server, with a helper's hands: keys are pressed one by one, and counted. */
final class DeskHands implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BUSY = Duration.ofMillis(700);

    /** Pixels of the event's title on a screen of 1080. */
    private static final double EVENT_TITLE = 31;

    private static final double ROUGHLY = 0.05;

    private final Path badges;
    private final Path settings;
    private final DeskScreen screen;
    private long now = System.currentTimeMillis();
    private int keys;

    /** @param more settings beside the usual ones */
    DeskHands(FakeDeskServer server, Path folder, Dimension size, String language, String... more) throws IOException {
        badges = folder.resolve("badges");
        settings = Files.writeString(
                folder.resolve("desk.properties"),
                String.join(
                        "\n",
                        "server = " + server.address(),
                        "event = digitales-thueringen-2022",
                        "door = eingang-nord",
                        "device = " + FakeDeskServer.DEVICE,
                        "token = " + FakeDeskServer.TOKEN,
                        "kind = desk",
                        "language = " + language,
                        "scan = keyboard",
                        "deadline = 10000",
                        "printer = folder:" + badges,
                        "counter = 4",
                        "store = " + folder.resolve("store"),
                        String.join("\n", more)));
        screen = DeskScreen.open(
                KioskSettings.read(settings, Map.of()),
                (title, first, controller, closing) -> DeskWindow.sized(size, title, first, controller));
    }

    Kiosk kiosk() {
        return screen.kiosk();
    }

    /** A helper opens the desk, and waits until guests can be found. */
    void opens(int guests) {
        await(() -> find("operator").isShowing() && find("operator").hasFocus());
        type("helferin-3");
        press(KeyEvent.VK_ENTER);
        await(() -> find("pin").hasFocus());
        type("4711");
        press(KeyEvent.VK_ENTER);
        await(() -> find("search").isShowing() && find("search").hasFocus());
        await(() -> screen.kiosk().people().size() == guests);
        await(() -> text("count").contains(String.valueOf(guests)));
        keys = 0;
    }

    /** Somebody else takes over, whom the desk knows already or has been told to take. */
    void changesTo(String operator, String pin) {
        await(() -> find("operator").isShowing() && find("operator").hasFocus());
        type(operator);
        press(KeyEvent.VK_ENTER);
        await(() -> find("pin").hasFocus());
        type(pin);
        press(KeyEvent.VK_ENTER);
        await(() -> find("search").isShowing() && find("search").hasFocus());
    }

    /** Keys since the desk was opened, or since they were counted last. */
    int keys() {
        int pressed = keys;
        keys = 0;
        return pressed;
    }

    /** Types by hand: each key is held down for a while. */
    void type(String text) {
        text.chars().forEach(letter -> key(KeyEvent.getExtendedKeyCodeForChar(letter), (char) letter));
    }

    void pressShift(int code) {
        keys++;
        send(KeyEvent.KEY_PRESSED, InputEvent.SHIFT_DOWN_MASK, code, KeyEvent.CHAR_UNDEFINED);
        now += 70;
        send(KeyEvent.KEY_RELEASED, InputEvent.SHIFT_DOWN_MASK, code, KeyEvent.CHAR_UNDEFINED);
        now += 330;
    }

    void press(int code) {
        char letter = code == KeyEvent.VK_ENTER ? '\n' : KeyEvent.CHAR_UNDEFINED;
        key(code, letter);
    }

    private void key(int code, char letter) {
        keys++;
        int modifiers = Character.isUpperCase(letter) ? InputEvent.SHIFT_DOWN_MASK : 0;
        send(KeyEvent.KEY_PRESSED, modifiers, code, letter);
        if (letter != KeyEvent.CHAR_UNDEFINED) {
            send(KeyEvent.KEY_TYPED, modifiers, KeyEvent.VK_UNDEFINED, letter);
        }
        now += 70;
        send(KeyEvent.KEY_RELEASED, modifiers, code, letter);
        now += 330;
    }

    /** The window paints nothing and hears nothing new until these keys are pressed and the desk has taken them in. */
    void whileTheWindowIsBusy(Runnable keys) {
        EventThread.call(() -> {
            keys.run();
            LockSupport.parkNanos(BUSY.toNanos());
            return null;
        });
    }

    /** A hand scanner types a code, faster than any hand, and Enter. */
    void scan(String code) {
        (code + "\n").chars().forEach(symbol -> {
            int key = symbol == '\n' ? KeyEvent.VK_ENTER : KeyEvent.getExtendedKeyCodeForChar(symbol);
            send(KeyEvent.KEY_PRESSED, 0, key, (char) symbol);
            send(KeyEvent.KEY_TYPED, 0, KeyEvent.VK_UNDEFINED, (char) symbol);
            now += 2;
            send(KeyEvent.KEY_RELEASED, 0, key, (char) symbol);
            now += 3;
        });
        now += 2_000;
    }

    /** What was pressed is done: a key may wait in the queue until the focus has settled. */
    private static void settle() {
        for (int round = 0; round < 3; round++) {
            EventThread.call(() -> null);
        }
    }

    private void send(int id, int modifiers, int code, char letter) {
        EventThread.call(() -> {
            Component owner =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            Component target = owner == null ? frame() : owner;
            target.dispatchEvent(new KeyEvent(target, id, now, modifiers, code, letter));
            return null;
        });
    }

    /** What a part of the window says. */
    String text(String name) {
        return EventThread.call(() -> {
            Component part = find(name);
            return part instanceof JTextComponent area
                    ? area.getText()
                    : part instanceof JLabel label ? label.getText() : "";
        });
    }

    /** The names in the list, from the top. */
    List<String> rows() {
        return EventThread.call(() -> {
            JList<?> list = (JList<?>) find("found");
            return IntStream.range(0, list.getModel().getSize())
                    .mapToObj(row -> list.getModel().getElementAt(row))
                    .map(person -> ((DeskPerson) person).name())
                    .toList();
        });
    }

    /** Who stands in a row of a list, from 0; a text where nobody does. */
    Object registration(String list, int row) {
        return EventThread.call(() -> {
            ListModel<?> rows = ((JList<?>) find(list)).getModel();
            return row < rows.getSize() ? ((DeskPerson) rows.getElementAt(row)).registration() : "nobody";
        });
    }

    /** How many rows a list has. */
    int size(String list) {
        return EventThread.call(() -> ((JList<?>) find(list)).getModel().getSize());
    }

    boolean isShowing(String name) {
        return EventThread.call(() -> find(name).isShowing());
    }

    /** All that the window shows or would show, hidden parts too. */
    List<Component> parts() {
        return EventThread.call(() -> all(frame()).toList());
    }

    /** Whether all of a part is in view: nothing of it is behind the end of what scrolls. */
    boolean isWhole(String name) {
        return EventThread.call(() -> {
            JComponent part = (JComponent) find(name);
            return part.isShowing() && part.getVisibleRect().equals(new Rectangle(part.getSize()));
        });
    }

    Component find(String name) {
        return EventThread.<Component>call(() -> all(frame())
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no part named " + name)));
    }

    private static Stream<Component> all(Container container) {
        return Arrays.stream(container.getComponents())
                .flatMap(part ->
                        part instanceof Container inner ? Stream.concat(Stream.of(part), all(inner)) : Stream.of(part));
    }

    Frame frame() {
        return Arrays.stream(Frame.getFrames())
                .filter(Component::isShowing)
                .findFirst()
                .orElseThrow();
    }

    /** Waits for a size of type, as a share of the normal one, and for the contrast. */
    void awaitLook(double share, boolean contrast) {
        await(() -> EventThread.call(() -> {
            double scale = Math.min(frame().getWidth() / 1920.0, frame().getHeight() / 1080.0);
            double size = find("event").getFont().getSize2D() / EVENT_TITLE / scale;
            Color paper = ((JFrame) frame()).getContentPane().getBackground();
            return Math.abs(size - share) < ROUGHLY && contrast == paper.equals(Color.BLACK);
        }));
    }

    /** Waits until the keyboard writes into a part. */
    void awaitFocus(String name) {
        await(() -> parts().stream().anyMatch(part -> name.equals(part.getName()) && part.hasFocus()));
    }

    /** Waits for the sentence about what was done last. */
    void awaitNotice(String part) {
        await(() -> text("notice").contains(part), () -> text("notice"));
    }

    void await(BooleanSupplier condition) {
        await(
                condition,
                () -> text("search") + " / " + text("count") + " / " + rows() + " / " + text("notice") + " / "
                        + text("corner"));
    }

    private static void await(BooleanSupplier condition, Callable<String> instead) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain; the window says: " + quietly(instead));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private static String quietly(Callable<String> words) {
        try {
            return words.call();
        } catch (Exception broken) {
            return broken.toString();
        }
    }

    /** How many badges lie in the printer's folder. */
    int badges() {
        try (Stream<Path> files = Files.isDirectory(badges) ? Files.list(badges) : Stream.empty()) {
            return (int) files.filter(file -> file.toString().endsWith(".pdf")).count();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** What stands on the badges in the printer's folder, one text a badge. */
    List<String> badgeTexts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(badges)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".pdf"))
                    .sorted()
                    .toList()) {
                try (PDDocument document = Loader.loadPDF(file.toFile())) {
                    texts.add(new PDFTextStripper().getText(document));
                }
            }
        }
        return texts;
    }

    /** What the QR codes on the printed pages say, a page's first one each. */
    List<String> printedCodes() throws Exception {
        List<String> codes = new ArrayList<>();
        try (Stream<Path> files = Files.list(badges)) {
            for (Path file : files.sorted().toList()) {
                codes.addAll(codesOn(Files.readAllBytes(file)));
            }
        }
        return codes;
    }

    /** The codes on pages, one a page at most. */
    static List<String> codesOn(byte[] pdf) throws Exception {
        List<String> codes = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                code(renderer.renderImageWithDPI(page, 150)).ifPresent(codes::add);
            }
        }
        return codes;
    }

    private static Optional<String> code(BufferedImage page) throws Exception {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        RGBLuminanceSource grey = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(grey)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }

    /** Writes what the window shows as a picture below target/gallery. */
    void photograph(String name) throws IOException {
        settle();
        BufferedImage picture = EventThread.call(() -> {
            Container pane = ((JFrame) frame()).getContentPane();
            pane.validate();
            BufferedImage image = new BufferedImage(pane.getWidth(), pane.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = image.createGraphics();
            pane.print(pen);
            pen.dispose();
            return image;
        });
        Path folder = Files.createDirectories(Path.of("target/gallery"));
        ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
        assertThat(picture.getWidth()).isPositive();
    }

    @Override
    public void close() {
        screen.close();
        EventThread.call(() -> null);
    }
}
