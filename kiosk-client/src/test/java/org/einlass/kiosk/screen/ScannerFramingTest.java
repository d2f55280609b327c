package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scanners are set to send before and after a code, on the real window under X11. */
@Tag("scanner")
@Timeout(120)
class ScannerFramingTest {
    private static final String CODE = "T0123456789ABCDEFGHJKLMNPQRST";
    private static ScannedProgram kiosk;
    private UsbScanner scanner;

    @BeforeAll
    static void openTheKiosk() throws Exception {
        kiosk = ScannedProgram.open();
    }

    @AfterAll
    static void closeTheKiosk() throws Exception {
        if (kiosk != null) {
            kiosk.close();
        }
    }

    @BeforeEach
    void takeTheScanner() throws Exception {
        scanner = kiosk.anotherScanner();
    }

    @ParameterizedTest
    @ValueSource(strings = {"F1", "F2", "F12", "SPACE", "HOME", "SOH", "GS", "DOWN", "SHIFT", "ALT", "STX+STX", "CTRL"})
    void whatAScannerIsSetToSendFirstOpensAndChangesNothing(String lead) throws Exception {
        kiosk.say("guest");
        for (String layout : List.of("us", "de")) {
            kiosk.display.layout(layout);
            press(lead);
            scanner.type(CODE).press(UsbScanner.ENTER);

            assertThat(kiosk.readUntil(CODE)).as(layout).contains(CODE);
            kiosk.assertUntouched();
        }
        kiosk.say("idle");
        assertThat(kiosk.line()).isEqualTo("ENDED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CR+CR",
                "TAB+TAB",
                "SPACE+CR",
                "ETX+CR",
                "EOT",
                "F8",
                "F12",
                "F2",
                "ESC",
                "RIGHT",
                "PAGE_DOWN",
                "END",
                "HOME+CR",
                "CR+F2",
                "CR+ESC+F12",
                "BACKSPACE+CR"
            })
    void whatAScannerIsSetToSendLastOpensAndChangesNothing(String end) throws Exception {
        kiosk.say("guest");
        for (int gap : new int[] {3, 60}) {
            scanner.pace(2, gap).type(CODE);
            press(end);

            assertThat(kiosk.readUntil(CODE)).as("at " + gap).contains(CODE);
            kiosk.assertUntouched();
        }
        kiosk.say("idle");
        assertThat(kiosk.line()).isEqualTo("ENDED");
    }

    @ParameterizedTest
    @ValueSource(ints = {260, 330, 450, 700, 1_200})
    void aLineEndThatComesLatePressesNothing(int millis) throws Exception {
        kiosk.say("guest");
        scanner.type(CODE).pause(millis).press(UsbScanner.ENTER);

        assertThat(kiosk.readUntil(CODE)).contains(CODE);
        kiosk.assertUntouched();
        kiosk.say("idle");
        assertThat(kiosk.line()).isEqualTo("ENDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CR", "SPACE", "TAB"})
    void aScanPressesNotTheButtonThatHasTheFocus(String end) throws Exception {
        kiosk.say("focus language.english");
        kiosk.awaitFocus("language.english");
        scanner.type("JOHN DOE 4711");
        press(end);

        assertThat(kiosk.readUntil("JOHN DOE 4711".strip())).contains("JOHN DOE 4711");
        VirtualDisplay.pass(320);
        assertThat(kiosk.state())
                .startsWith("STATE" + ScannedProgram.BETWEEN + "german" + ScannedProgram.BETWEEN + "language.english");
        kiosk.say("no field");
        kiosk.awaitFocus("null");
    }

    private void press(String keys) throws IOException {
        for (String key : List.of(keys.split("\\+", -1))) {
            switch (key) {
                case "SPACE" -> scanner.press(UsbScanner.SPACE);
                case "BACKSPACE" -> scanner.press(UsbScanner.BACKSPACE);
                case "F1" -> scanner.press(UsbScanner.F1);
                case "F2" -> scanner.press(UsbScanner.F2);
                case "F8" -> scanner.press(UsbScanner.F9 - 1);
                case "F12" -> scanner.press(UsbScanner.F12);
                case "HOME" -> scanner.press(UsbScanner.HOME);
                case "END" -> scanner.press(UsbScanner.END);
                case "RIGHT" -> scanner.press(UsbScanner.RIGHT);
                case "PAGE_DOWN" -> scanner.press(UsbScanner.PAGE_DOWN);
                case "DOWN" -> scanner.press(UsbScanner.DOWN);
                case "ESC" -> scanner.press(UsbScanner.ESCAPE);
                case "TAB" -> scanner.press(UsbScanner.TAB);
                case "SHIFT" -> scanner.press(50);
                case "ALT" -> scanner.press(64);
                case "CTRL" -> scanner.press(37);
                case "SOH" -> scanner.control('a');
                case "STX" -> scanner.control('b');
                case "ETX" -> scanner.control('c');
                case "EOT" -> scanner.control('d');
                case "GS" -> scanner.control(']');
                default -> scanner.press(UsbScanner.ENTER);
            }
        }
    }
}
