package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases 05 to 10 of scanners at the door, on the real window under X11, with a US scanner's keys. */
@Timeout(120)
class RealScannerTest {
    private static final String CODE = "T0123456789ABCDEFGHJKLMNPQRST";
    private static final String BETWEEN = "\u001f";
    private static final BlockingQueue<String> LINES = new LinkedBlockingQueue<>();

    private static VirtualDisplay display;
    private static Process program;
    private UsbScanner scanner;

    @BeforeAll
    static void openTheKiosk() throws Exception {
        boolean installed = VirtualDisplay.isInstalled();
        if (!installed) {
            System.out.println("RealScannerTest is skipped: install xvfb and x11-xkb-utils to run it.");
        }
        assumeTrue(installed);
        display = VirtualDisplay.start();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=false",
                "-cp",
                System.getProperty("java.class.path"),
                ScannedWindow.class.getName());
        builder.environment().put("DISPLAY", display.name());
        builder.environment().remove("XMODIFIERS");
        program = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader out = program.inputReader(StandardCharsets.UTF_8);
        Thread reader = new Thread(() -> out.lines().forEach(LINES::add), "scanned-window");
        reader.setDaemon(true);
        reader.start();
        awaitFocus("null");
    }

    @AfterAll
    static void closeTheKiosk() throws Exception {
        if (program != null) {
            program.destroy();
            program.waitFor(20, TimeUnit.SECONDS);
            display.close();
        }
    }

    @BeforeEach
    void takeTheScanner() throws Exception {
        scanner = new UsbScanner(display);
        display.layout("us");
        say("another scanner");
        state();
        LINES.clear();
    }

    @ParameterizedTest
    @CsvSource({"14, 150", "3, 150", "8, 150", "20, 200", "1, 200", "28, 180"})
    void case05AHiccupInsideACodeIsBridged(int after, int millis) throws Exception {
        scanner.type(CODE.substring(0, after))
                .pause(millis)
                .type(CODE.substring(after))
                .press(UsbScanner.ENTER);

        assertThat(read()).containsExactly("WHOLE", CODE);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 14, 20, 27})
    void case05ATailAfterALostHeadIsNeverSurelyWhole(int after) throws Exception {
        scanner.type(CODE.substring(0, after)).pause(600);
        List<String> head = read();
        scanner.type(CODE.substring(after)).press(UsbScanner.ENTER);
        List<String> tail = read();

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
        display.layout(layout);

        scanner.type(text).press(UsbScanner.ENTER);

        assertThat(read()).startsWith("WHOLE").contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {CODE, "4711008150042", "A1B2"})
    void case07WithoutALineEndAPauseEndsTheCode(String text) throws Exception {
        scanner.type(text);

        assertThat(read()).startsWith("NO_LINE_END").contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"J", "M", "DOWN", "CR+J", "CR+DOWN", "LF", "KP", "TAB", "TAB+CR"})
    void case08EveryLineEndCounts(String end) throws Exception {
        for (String layout : List.of("us", "de", "fr")) {
            display.layout(layout);

            scanner.type(CODE);
            end(end);

            assertThat(read()).as(layout).startsWith("WHOLE").contains(CODE);
            assertUntouched();
        }
    }

    private void end(String keys) throws IOException {
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
        say("guest");
        for (int gap : new int[] {3, 80}) {
            scanner.pace(2, gap);
            end(lead);
            scanner.type(CODE).press(UsbScanner.ENTER);

            assertThat(readUntil(CODE)).as(lead + " at " + gap).contains(CODE);
            assertUntouched();
        }
        say("idle");
        assertThat(LINES.poll(5, TimeUnit.SECONDS)).isEqualTo("ENDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"]Q1", "]d2", "*"})
    void case09ThePrefixOfACodesKindIsNoPartOfIt(String prefix) throws Exception {
        display.layout("de");

        scanner.type(prefix + "ABC-77-0001" + (prefix.equals("*") ? "*" : ""))
                .control('c')
                .press(UsbScanner.ENTER);

        assertThat(read()).startsWith("WHOLE").contains("ABC-77-0001");
    }

    @Test
    void case10KeypadDigitsCountWithNumLockOffAndOn() throws Exception {
        for (int turn = 0; turn < 2; turn++) {
            scanner.keypad("4711008150042").press(UsbScanner.ENTER);

            assertThat(read()).startsWith("WHOLE").contains("4711008150042");
            scanner.pause(700).press(UsbScanner.NUM_LOCK).pause(500);
        }
    }

    @Test
    void numbersTypedWithAltAreCharacters() throws Exception {
        display.layout("de");

        scanner.altCodes("Zy-0815_{7}").press(UsbScanner.ENTER);

        assertThat(read()).startsWith("WHOLE").contains("Zy-0815_{7}");
    }

    @Test
    void capsLockDoesNoHarm() throws Exception {
        scanner.press(UsbScanner.CAPS_LOCK).pause(500).type("yzYZ-0815-a").press(UsbScanner.ENTER);

        assertThat(read()).startsWith("WHOLE").contains("yzYZ-0815-a");
        scanner.pause(500).press(UsbScanner.CAPS_LOCK).pause(500);
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "2, 40", "10, 60", "20, 100", "2, 118", "30, 90"})
    void aScannerByRadioIsReadAtItsPace(int hold, int gap) throws Exception {
        scanner.pace(hold, gap).type("QX-7Z").press(UsbScanner.ENTER);

        assertThat(readUntil("QX-7Z")).contains("QX-7Z");
        assertUntouched();
    }

    @Test
    void aBurstNeverBecomesTextInAFieldAndAHandsTextDoes() throws Exception {
        say("field");
        awaitFocus("field");
        scanner.pace(80, 60).type("meier");
        awaitText("meier");

        scanner.pace(2, 5).pause(600).press(UsbScanner.TAB).type(CODE).press(UsbScanner.ENTER);
        assertThat(read()).contains(CODE);
        scanner.pace(2, 90).pause(600).type("ABC-77-0001").press(UsbScanner.ENTER);
        assertThat(read()).contains("ABC-77-0001");

        scanner.pace(80, 60).pause(600).type("x");
        awaitText("meierx");
        say("no field");
        awaitFocus("null");
    }

    @Test
    void aTooShortBurstPressesNoButton() throws Exception {
        say("guest");

        scanner.press(UsbScanner.TAB).type("ab").press(UsbScanner.ENTER);

        assertThat(read()).startsWith("UNSURE");
        assertUntouched();
        say("idle");
        assertThat(LINES.poll(5, TimeUnit.SECONDS)).isEqualTo("ENDED");
    }

    /** What the kiosk has read: whether it is whole, and what it may say. */
    private static List<String> read() throws InterruptedException {
        String line = LINES.poll(8, TimeUnit.SECONDS);
        assertThat(line).as("a reading").isNotNull().startsWith("READ");
        return List.of(line.split(BETWEEN)).subList(1, line.split(BETWEEN).length);
    }

    /** The same, past pieces: a busy machine may stop for longer than a scanner does. */
    private static List<String> readUntil(String text) throws InterruptedException {
        List<String> reading = read();
        while (!reading.contains(text)) {
            reading = read();
        }
        return reading;
    }

    /** No button was pressed, the focus and the language are where they were, and nothing else was read. */
    private static void assertUntouched() throws Exception {
        VirtualDisplay.pass(320);
        assertThat(state()).startsWith("STATE" + BETWEEN + "german" + BETWEEN + "null");
    }

    private static String state() throws Exception {
        say("state");
        return LINES.poll(8, TimeUnit.SECONDS);
    }

    private static void awaitFocus(String owner) throws Exception {
        while (!state().split(BETWEEN, -1)[2].equals(owner)) {
            VirtualDisplay.pass(20);
        }
    }

    private static void awaitText(String text) throws Exception {
        while (!state().endsWith(BETWEEN + text)) {
            VirtualDisplay.pass(20);
        }
    }

    private static void say(String command) throws IOException {
        program.outputWriter(StandardCharsets.UTF_8).write(command + "\n");
        program.outputWriter(StandardCharsets.UTF_8).flush();
    }
}
