package org.einlass.kiosk.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real windows and the real event queue; keys are posted with the times a window system gives them. */
@CacioTest
@Tag("window")
@Timeout(180)
class KeyboardScannerTest {

    private static final String CODE = "T0123456789ABCDEFGHJKLMNPQRST";

    private final BlockingQueue<Reading> readings = new LinkedBlockingQueue<>();
    private final KeyboardScanner scanner = new KeyboardScanner(Clock.systemUTC());
    private JFrame window;
    private JTextField field;

    @BeforeEach
    void openWindow() throws Exception {
        EventQueue.invokeAndWait(() -> {
            window = new JFrame();
            field = new JTextField(40);
            window.add(field);
            window.pack();
            window.setVisible(true);
            field.requestFocusInWindow();
        });
        awaitFocus();
        scanner.start(readings::add);
    }

    @AfterEach
    void closeWindow() throws Exception {
        scanner.close();
        EventQueue.invokeAndWait(window::dispose);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 25, 40})
    void readsEveryBurstWhileTheEventThreadStalls(int millisAKey) throws Exception {
        for (int i = 0; i < 10; i++) {
            CountDownLatch stall = new CountDownLatch(1);
            EventQueue.invokeLater(() -> awaitQuietly(stall));
            post(new Typist(field).pause(5_000L * i).type(CODE, millisAKey).enter());
            stall.countDown();

            assertThat(readings.poll(20, TimeUnit.SECONDS)).isNotNull().returns(CODE, Reading::text);
        }
        assertThat(textInField()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {90})
    void textTypedByHandReachesTheFieldWhole(int millisAKey) throws Exception {
        post(new Typist(field).type("Schmidt-Mayer", millisAKey));

        String text = textInField();
        while (text.length() < "Schmidt-Mayer".length()) {
            text = textInField();
        }

        assertThat(text).isEqualTo("Schmidt-Mayer");
        assertThat(readings).isEmpty();
    }

    private static void post(Typist typist) {
        for (KeyEvent event : typist.events()) {
            Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(event);
        }
    }

    private String textInField() throws Exception {
        String[] text = new String[1];
        EventQueue.invokeAndWait(() -> text[0] = field.getText());
        return text[0];
    }

    private void awaitFocus() throws Exception {
        boolean[] focused = new boolean[1];
        while (!focused[0]) {
            EventQueue.invokeAndWait(() -> focused[0] =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner() == field);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
