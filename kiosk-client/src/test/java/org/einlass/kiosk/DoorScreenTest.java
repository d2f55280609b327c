package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JFrame;
import javax.swing.JTextField;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.code.HelperCard;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.RoomSheet;
import org.einlass.kiosk.door.VerdictSound;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.helper.KeptHelpers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole door: the real window, a scanner that types, a server that answers or is gone. */
@Tag("window")
@CacioTest
@Timeout(180)
class DoorScreenTest {
    private static final int ON_THE_ROSTER = 999;
    private static final AreaId LOGE = new AreaId("loge-4");
    private static final DoorId IN = new DoorId("loge-4-ein");
    private static final DoorId OUT = new DoorId("loge-4-aus");

    private final BlockingQueue<VerdictSound> heard = new LinkedBlockingQueue<>();
    private long time = System.currentTimeMillis();
    private FakeServer server;
    private DoorScreen door;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        server = new FakeServer();
        server.says(Sample.ticket(1).text(), scan -> Sample.admitted(scan, null));
        server.says(Sample.ticket(2).text(), scan -> Sample.refused(scan, Refusal.NOT_BOOKED));
        server.says(Sample.ticket(ON_THE_ROSTER).text(), scan -> Sample.admitted(scan, null));
        Files.writeString(
                folder.resolve("door.properties"),
                String.join(
                        "\n",
                        "server = " + server.address(),
                        "event = " + Sample.EVENT,
                        "door = " + Sample.DOOR,
                        "token = " + FakeServer.TOKEN,
                        "kind = door",
                        "deadline = 10000",
                        "store = " + folder.resolve("store")));
        door = DoorScreen.open(settings(), silent -> heard::add);
        await(() -> spoken("verdict").startsWith("Bereit"));
        await(() -> door.kiosk().canDecideAlone());
    }

    private KioskSettings settings() {
        return KioskSettings.read(folder.resolve("door.properties"), Map.of());
    }

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    @Test
    void aScannerAloneIsEnoughAndOneKeyTakesTheLastOneBack() throws Exception {
        scan(Sample.ticket(1).text());
        await(() -> spoken("verdict").equals("Einlassen"));
        assertThat(heard.poll(1, TimeUnit.MINUTES)).isEqualTo(VerdictSound.ADMITTED);

        scan(Sample.ticket(2).text());
        await(() -> spoken("verdict")
                .equals("Nicht einlassen – "
                        + Refusal.NOT_BOOKED.staffSentence().german()));
        assertThat(heard.poll(1, TimeUnit.MINUTES)).isEqualTo(VerdictSound.REFUSED);

        press(KeyEvent.VK_DELETE);
        await(() -> spoken("verdict").startsWith("Zurückgenommen"));
        press(KeyEvent.VK_DELETE);
        await(() -> spoken("verdict").startsWith("Nichts zurückzunehmen"));

        assertThat(door.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();
        List<JournalEntry.Undone> undone = entries(JournalEntry.Undone.class);
        JournalEntry.Scanned admitted = entries(JournalEntry.Scanned.class).stream()
                .filter(scan -> scan.outcome().refusal() == null)
                .findFirst()
                .orElseThrow();
        assertThat(undone).singleElement().satisfies(entry -> {
            assertThat(entry.entry()).isEqualTo(admitted.head().id());
            assertThat(entry.head().operator()).isNull();
        });
    }

    @Test
    void withoutAServerItDecidesAloneSaysSoAndKnowsThePersonByInitialsOnly() throws Exception {
        server.close();

        scan(Sample.ticket(ON_THE_ROSTER).text());
        await(() -> spoken("verdict").equals("Einlassen"));
        scan(Sample.ticket(3).text());
        await(() -> spoken("verdict").startsWith("Nicht einlassen – Dieser Code steht nicht in meiner Liste"));
        await(() -> spoken("last").contains("Ohne Server"));

        assertThat(spoken("last"))
                .contains("– nicht eingelassen", "Ä. M. eingelassen", "noch zu senden")
                .doesNotContain("Müller");
        press(KeyEvent.VK_BACK_SPACE);
        await(() -> spoken("verdict").startsWith("Zurückgenommen – Ä. M."));
        assertThat(spoken("last")).contains("Ä. M. ").contains("zurückgenommen");
    }

    @Test
    void theRoomsHeadCountFollowsTheServerTheScansAndTheHelpersCount() throws Exception {
        server.counts(LOGE, 31);
        stand();
        await(() -> spoken("room").equals("31 / 34 – fast voll"));

        press(KeyEvent.VK_PAGE_UP);
        await(() -> spoken("verdict").equals("Gezählt – 32 Personen sind im Raum."));
        await(() -> spoken("room").startsWith("32 / 34"));
        press(KeyEvent.VK_PAGE_UP);
        press(KeyEvent.VK_PAGE_UP);
        await(() -> spoken("verdict").equals("Gezählt – 34 Personen sind im Raum."));
        server.counts(LOGE, 34);
        await(() -> spoken("room").equals("34 / 34 – voll"));

        press(KeyEvent.VK_F4);
        await(() -> call(() -> find("count.field").isShowing()));
        call(() -> {
            ((JTextField) find("count.field")).setText("12");
            ((AbstractButton) find("count.take")).doClick(0);
            return null;
        });
        await(() -> spoken("room").startsWith("12 / 34"));

        assertThat(door.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();
        assertThat(entries(JournalEntry.Counted.class))
                .extracting(JournalEntry.Counted::area, JournalEntry.Counted::people)
                .containsExactlyInAnyOrder(tuple(LOGE, 32), tuple(LOGE, 33), tuple(LOGE, 34), tuple(LOGE, 12));
    }

    @Test
    void withoutAServerTheHelperChoosesADoorTurnsToItsExitAndTheRoomIsCountedOn() throws Exception {
        server.counts(LOGE, 20);
        stand();
        await(() -> spoken("room").startsWith("20 / 34"));
        server.close();
        scan(Sample.ticket(ON_THE_ROSTER).text());
        await(() -> spoken("verdict").equals("Einlassen"));
        await(() -> spoken("room").startsWith("21 / 34") || spoken("room").startsWith("≈ 21 / 34"));

        press(KeyEvent.VK_F6);
        await(() -> spoken("door").startsWith("AUSGANG: Loge 4 hinaus"));
        await(() -> spoken("verdict").startsWith("Ausgang – Bitte scannen"));
        scan(Sample.ticket(ON_THE_ROSTER).text());
        await(() -> spoken("verdict").equals("Ausgang – Der Ausgang ist gezählt."));
        await(() -> spoken("room").contains("20 / 34"));

        press(KeyEvent.VK_F3);
        await(() -> call(() -> find("doors." + Sample.DOOR).isShowing()));
        call(() -> {
            ((AbstractButton) find("doors." + Sample.DOOR)).doClick(0);
            return null;
        });
        await(() -> spoken("door").startsWith("Eingang Nord"));
    }

    @Test
    void theChosenDoorIsStillChosenAfterARestartWithoutNetwork() throws Exception {
        stand();
        server.close();
        door.close();

        door = DoorScreen.open(settings(), silent -> heard::add);

        await(() -> spoken("door").startsWith("Loge 4 hinein"));
    }

    @Test
    void aHelperSignsInByBadgeAndPinAndGuestsComeInMeanwhile() throws Exception {
        KeptHelpers taken = new KeptHelpers();
        HelperCard badge =
                taken.add("h0a1b2c3d", "Ayşe Öztürk", Sample.sheet().calendar().dayOf(Sample.MORNING));
        door.kiosk().helpers().heard(taken.rows());
        await(() -> spoken("last").contains("Tasten gesperrt"));

        press(KeyEvent.VK_DELETE);
        await(() -> spoken("verdict").startsWith("Geht nicht – Dafür bitte zuerst"));
        scan(Sample.ticket(1).text());
        await(() -> spoken("verdict").equals("Einlassen"));
        scan(badge.text());
        await(() -> call(() -> find("pin.field").isShowing()));
        for (char digit : KeptHelpers.PIN.toCharArray()) {
            call(() -> {
                ((AbstractButton) find("pin.digit." + digit)).doClick(0);
                return null;
            });
        }
        await(() -> spoken("verdict").startsWith("Angemeldet – Ayşe Öztürk"));
        press(KeyEvent.VK_DELETE);
        await(() -> spoken("verdict").startsWith("Zurückgenommen"));

        assertThat(door.kiosk().awaitDelivered(Duration.ofMinutes(1))).isTrue();
        assertThat(entries(JournalEntry.Scanned.class))
                .allSatisfy(scan -> assertThat(scan.head().operator()).isNull());
        assertThat(entries(JournalEntry.Undone.class))
                .singleElement()
                .satisfies(entry -> assertThat(entry.head().operator()).isEqualTo(new OperatorId("h0a1b2c3d")));
    }

    /** The helper places the device at box 4. */
    private void stand() throws Exception {
        RoomSheet loge = new RoomSheet(LOGE, new Wording("Loge 4", "Box 4"), 34, List.of());
        server.assigns(
                Sample.sheet(),
                Sample.at(Sample.sheet(), IN, Wording.same("Loge 4 hinein"), Direction.ENTRY, loge),
                Sample.at(Sample.sheet(), OUT, Wording.same("Loge 4 hinaus"), Direction.EXIT, loge));
        door.kiosk().doors().refresh(() -> {});
        await(() -> door.kiosk().doors().doors().size() == 3);
        press(KeyEvent.VK_F3);
        await(() -> parts(frame().getContentPane()).anyMatch(part -> ("doors." + IN).equals(part.getName())));
        call(() -> {
            ((AbstractButton) find("doors." + IN)).doClick(0);
            return null;
        });
        await(() -> spoken("door").startsWith("Loge 4 hinein"));
    }

    private <T> List<T> entries(Class<T> kind) {
        return server.entries().values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Types as a scanner does: 4 ms a key, Enter at the end, wherever the focus is. */
    private void scan(String text) throws Exception {
        Component target = call(() -> frame().getContentPane());
        time += 1_000;
        for (char key : (text + "\n").toCharArray()) {
            int code = key == '\n' ? KeyEvent.VK_ENTER : KeyEvent.getExtendedKeyCodeForChar(key);
            int shift = Character.isUpperCase(key) ? InputEvent.SHIFT_DOWN_MASK : 0;
            post(new KeyEvent(target, KeyEvent.KEY_PRESSED, time, shift, code, key));
            post(new KeyEvent(target, KeyEvent.KEY_TYPED, time, shift, KeyEvent.VK_UNDEFINED, key));
            post(new KeyEvent(target, KeyEvent.KEY_RELEASED, time + 2, shift, code, key));
            time += 4;
        }
    }

    private void press(int key) throws Exception {
        Component target = call(() -> frame().getContentPane());
        time += 1_000;
        post(new KeyEvent(target, KeyEvent.KEY_PRESSED, time, 0, key, KeyEvent.CHAR_UNDEFINED));
        post(new KeyEvent(target, KeyEvent.KEY_RELEASED, time + 60, 0, key, KeyEvent.CHAR_UNDEFINED));
    }

    private static void post(KeyEvent event) {
        Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(event);
    }

    private static String spoken(String name) throws Exception {
        return call(() -> find(name).getAccessibleContext().getAccessibleName());
    }

    private static Component find(String name) {
        return parts(frame().getContentPane())
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .orElseThrow();
    }

    private static JFrame frame() {
        return Stream.of(Window.getWindows())
                .filter(window -> window.isVisible() && window instanceof JFrame)
                .map(JFrame.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> parts(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(part -> part instanceof Container inner
                        ? Stream.concat(Stream.of(part), parts(inner))
                        : Stream.of(part));
    }

    private static <T> T call(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        EventQueue.invokeAndWait(task);
        return task.get();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime())
                    .as(spoken("verdict") + " | " + spoken("door") + " | " + spoken("room"))
                    .isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
