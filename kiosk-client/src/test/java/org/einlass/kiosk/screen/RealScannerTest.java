package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases 05 to 10 of scanners at the door, on the real window under X11, with a US scanner's keys. */
@Tag("scanner")
@Timeout(120)
class RealScannerTest {
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
    @CsvSource({"14, 150", "3, 150", "8, 150", "20, 200", "1, 200", "28, 180"})
    void case05AHiccupInsideACodeIsBridged(int after, int millis) throws Exception {
        List<String> reading = kiosk.readWhole(typist -> typist.type(CODE.substring(0, after))
                .pause(millis)
                .type(CODE.substring(after))
                .press(UsbScanner.ENTER));

        assertThat(reading).containsExactly("WHOLE", CODE);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 14, 20, 27})
    void case05ATailAfterALostHeadIsNeverSurelyWhole(int after) throws Exception {
        scanner.type(CODE.substring(0, after)).pause(600);
        List<String> head = kiosk.read();
        scanner.type(CODE.substring(after)).press(UsbScanner.ENTER);
        List<String> tail = kiosk.read();

        assertThat(head).startsWith("NO_LINE_END");
        assertThat(tail).startsWith("UNSURE").contains(CODE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "de rs8a3p67jepqtbt9evz766bfggzhfaqh",
                "de EVY-2022/47-0815_a",
                "de yzYZ-0815-zyZY",
                "de ABC-77-0001",
                "de https://tickets.example/t?c=9f8e7d6c",
                "de {\"ticketId\":\"77-0002\"}",
                "fr 4711008150042",
                "fr rs8a3p67jepqtbt9evz766bfggzhfaqh",
                "fr https://tickets.example/t?c=9f8e7d6c&m=1",
                "ch Zy-0815_{7}/[x]",
                "ch {\"ticketId\":\"77-0002\"}",
                "us a'b`c^d~e",
                "gr rs8a3p67jepq",
                "ru EVY-2022/47"
            })
    void case06AUsScannersKeysAreReadByTheirPlacesOnAnyLayout(String layout, String text) throws Exception {
        List<String> reading = kiosk.readWhole(typist -> {
            kiosk.display.layout(layout);
            typist.type(text).press(UsbScanner.ENTER);
        });

        assertThat(reading).startsWith("WHOLE").contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {CODE, "4711008150042", "A1B2"})
    void case07WithoutALineEndAPauseEndsTheCode(String text) throws Exception {
        scanner.type(text);

        assertThat(kiosk.read()).startsWith("NO_LINE_END").contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"J", "M", "DOWN", "CR+J", "CR+DOWN", "LF", "KP", "TAB", "TAB+CR"})
    void case08EveryLineEndCounts(String end) throws Exception {
        for (String layout : List.of("us", "de", "fr")) {
            List<String> reading = kiosk.readWhole(typist -> {
                kiosk.display.layout(layout);
                end(typist.type(CODE), end);
            });

            assertThat(reading).as(layout).startsWith("WHOLE").contains(CODE);
            kiosk.assertUntouched();
        }
    }

    private static void end(UsbScanner scanner, String keys) throws IOException {
        for (String key : List.of(keys.split("\\+", -1))) {
            switch (key) {
                case "J" -> scanner.control('j');
                case "M" -> scanner.control('m');
                case "DOWN" -> scanner.press(UsbScanner.DOWN);
                case "LF" -> scanner.press(UsbScanner.LINE_FEED);
                case "KP" -> scanner.press(UsbScanner.KEYPAD_ENTER);
                case "TAB" -> scanner.press(UsbScanner.TAB);
                case "STX" -> scanner.control('b');
                case "ETX" -> scanner.control('c');
                case "F9" -> scanner.press(UsbScanner.F9);
                case "ESC" -> scanner.press(UsbScanner.ESCAPE);
                default -> scanner.press(UsbScanner.ENTER);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CR", "TAB", "F9", "STX", "ESC", "TAB+TAB", "CR+J"})
    void case09WhatPrecedesACodeNeitherStopsItNorPressesAButton(String lead) throws Exception {
        kiosk.say("guest");
        for (int gap : new int[] {3, 80}) {
            scanner.pace(2, gap);
            end(scanner, lead);
            scanner.type(CODE).press(UsbScanner.ENTER);

            assertThat(kiosk.readUntil(CODE)).as(lead + " at " + gap).contains(CODE);
            kiosk.assertUntouched();
        }
        kiosk.say("idle");
        assertThat(kiosk.line()).isEqualTo("ENDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"]Q1", "]d2", "*"})
    void case09ThePrefixOfACodesKindIsNoPartOfIt(String prefix) throws Exception {
        List<String> reading = kiosk.readWhole(typist -> {
            kiosk.display.layout("de");
            typist.type(prefix + "ABC-77-0001" + (prefix.equals("*") ? "*" : ""))
                    .control('c')
                    .press(UsbScanner.ENTER);
        });

        assertThat(reading).startsWith("WHOLE").contains("ABC-77-0001");
    }

    @Test
    void case10KeypadDigitsCountWithNumLockOffAndOn() throws Exception {
        for (int turn = 0; turn < 2; turn++) {
            List<String> reading =
                    kiosk.readWhole(typist -> typist.keypad("4711008150042").press(UsbScanner.ENTER));

            assertThat(reading).startsWith("WHOLE").contains("4711008150042");
            scanner.pause(700).press(UsbScanner.NUM_LOCK).pause(500);
        }
    }

    @Test
    void numbersTypedWithAltAreCharacters() throws Exception {
        List<String> reading = kiosk.readWhole(typist -> {
            kiosk.display.layout("de");
            typist.altCodes("Zy-0815_{7}").press(UsbScanner.ENTER);
        });

        assertThat(reading).startsWith("WHOLE").contains("Zy-0815_{7}");
    }

    @Test
    void capsLockDoesNoHarm() throws Exception {
        scanner.press(UsbScanner.CAPS_LOCK).pause(500);

        List<String> reading =
                kiosk.readWhole(typist -> typist.type("yzYZ-0815-a").press(UsbScanner.ENTER));

        assertThat(reading).startsWith("WHOLE").contains("yzYZ-0815-a");
        scanner.pause(500).press(UsbScanner.CAPS_LOCK).pause(500);
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "2, 40", "10, 60", "20, 100", "2, 118", "30, 90"})
    void aScannerByRadioIsReadAtItsPace(int hold, int gap) throws Exception {
        scanner.pace(hold, gap).type("QX-7Z").press(UsbScanner.ENTER);

        assertThat(kiosk.readUntil("QX-7Z")).contains("QX-7Z");
        kiosk.assertUntouched();
    }

    @Test
    void aBurstNeverBecomesTextInAFieldAndAHandsTextDoes() throws Exception {
        kiosk.say("field");
        kiosk.awaitFocus("field");
        scanner.pace(80, 60).type("meier");
        kiosk.awaitText("meier");

        scanner.pace(2, 5).pause(600).press(UsbScanner.TAB).type(CODE).press(UsbScanner.ENTER);
        assertThat(kiosk.read()).contains(CODE);
        scanner.pace(2, 90).pause(600).type("ABC-77-0001").press(UsbScanner.ENTER);
        assertThat(kiosk.read()).contains("ABC-77-0001");

        scanner.pace(80, 60).pause(600).type("x");
        kiosk.awaitText("meierx");
        kiosk.say("no field");
        kiosk.awaitFocus("null");
    }

    @Test
    void aScanWhileAGuestTypesIsReadAndLeavesNothingInTheForm() throws Exception {
        kiosk.say("form");
        kiosk.awaitFocus("booking.number");
        scanner.pace(80, 60).type("123").press(UsbScanner.ENTER);
        kiosk.awaitFocus("booking.name");
        scanner.type("mei");
        kiosk.awaitText("[123|mei]");

        scanner.pace(2, 5).pause(600).type(CODE).press(UsbScanner.ENTER);
        assertThat(kiosk.read()).contains(CODE);
        scanner.pace(2, 90).pause(600).type("ABC-77-0001").press(UsbScanner.TAB);
        assertThat(kiosk.read()).contains("ABC-77-0001");

        kiosk.awaitText("[123|mei]");
        kiosk.say("no form");
        kiosk.awaitFocus("null");
    }

    @Test
    void case16AnotherWindowThatTakesTheKeyboardIsSeenAndTheKeyboardTakenBack() throws Exception {
        for (int turn = 0; turn < 5; turn++) {
            int popUp = kiosk.display.popUp();

            kiosk.awaitKeyboard("KEYBOARD AWAY");
            kiosk.awaitKeyboard("KEYBOARD BACK");
            assertThat(kiosk.display.focused()).isNotEqualTo(popUp);
            scanner.type(CODE).press(UsbScanner.ENTER);
            assertThat(kiosk.readUntil(CODE)).contains(CODE);
        }
    }

    @Test
    void case16TheNextCodeIsReadHoweverOftenAnotherWindowTookTheKeyboard() throws Exception {
        int popUp = 0;
        for (int turn = 0; turn < 40; turn++) {
            popUp = kiosk.display.popUp();
            VirtualDisplay.pass(7L * turn % 230);
        }
        while (kiosk.display.focused() == popUp) {
            VirtualDisplay.pass(20);
        }
        scanner.pause(400).type(CODE).press(UsbScanner.ENTER);
        assertThat(kiosk.readUntil(CODE)).contains(CODE);
    }

    @Test
    void case16ACodeOfWhichAPartWentToAnotherWindowIsNeverSurelyWhole() throws Exception {
        scanner.type(CODE.substring(0, 9));
        kiosk.display.popUp();
        scanner.type(CODE.substring(9, 12));
        kiosk.awaitKeyboard("KEYBOARD BACK");
        scanner.type(CODE.substring(12)).press(UsbScanner.ENTER);

        List<String> tail = kiosk.read();
        while (tail.stream().noneMatch(text -> text.endsWith(CODE.substring(20)))) {
            assertThat(tail.get(0)).isNotEqualTo("WHOLE");
            tail = kiosk.read();
        }
        assertThat(tail).startsWith("UNSURE");
    }

    @Test
    void theScreenIsKeptFromBlankingWhileNobodyTouchesAnything() throws Exception {
        scanner.press(UsbScanner.NUM_LOCK).press(UsbScanner.NUM_LOCK);
        int longest = 0;
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < end) {
            VirtualDisplay.pass(50);
            longest = Math.max(longest, kiosk.display.idleMillis());
        }

        assertThat(longest).isBetween(100, 3_000);
        kiosk.assertUntouched();
    }

    @Test
    void aTooShortBurstPressesNoButton() throws Exception {
        kiosk.say("guest");

        scanner.press(UsbScanner.TAB).type("ab").press(UsbScanner.ENTER);

        assertThat(kiosk.read()).startsWith("UNSURE");
        kiosk.assertUntouched();
        kiosk.say("idle");
        assertThat(kiosk.line()).isEqualTo("ENDED");
    }
}
