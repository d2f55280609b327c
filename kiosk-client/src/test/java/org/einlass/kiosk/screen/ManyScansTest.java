package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Scans between all that happens at a kiosk: guests' scenes, forms that are typed in, the team's panel, other windows that
 * take the keyboard, languages and layouts that change. {@code -Deinlass.scans=2000} makes it the long one.
 */
@Tag("scanner")
@Timeout(1200)
class ManyScansTest {
    private static final int SCANS = Integer.getInteger("einlass.scans", 60);
    private static ScannedProgram kiosk;

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

    @Test
    void everyScanBetweenDialogsTypingPopUpsAndChangesOfModeIsReceived() throws Exception {
        UsbScanner scanner = kiosk.anotherScanner();
        List<String> lost = new ArrayList<>();
        for (int scan = 0; scan < SCANS; scan++) {
            happens(scan, scanner);
            String code = "ABC-%04d-QX7".formatted(scan);
            scanner.pace(2, 3).pause(310).type(code).press(scan % 3 == 0 ? UsbScanner.TAB : UsbScanner.ENTER);
            if (!isReceived(code)) {
                lost.add(code + " after step " + scan % 12);
            }
            passes(scan);
        }

        assertThat(lost).isEmpty();
    }

    /** What comes before this scan. */
    private static void happens(int scan, UsbScanner scanner) throws Exception {
        switch (scan % 12) {
            case 1 -> kiosk.say("guest");
            case 3 -> {
                kiosk.say("form");
                kiosk.awaitFocus("booking.number");
                scanner.pause(310).pace(70, 70).type("12").press(UsbScanner.ENTER);
                kiosk.awaitFocus("booking.name");
                scanner.type("me");
            }
            case 5 -> kiosk.say("team");
            case 7 -> {
                int popUp = kiosk.display.popUp();
                while (kiosk.display.focused() == popUp) {
                    VirtualDisplay.pass(20);
                }
            }
            case 8 -> kiosk.display.layout("de");
            case 9 -> kiosk.say("focus language.english");
            case 11 -> {
                kiosk.say("field");
                kiosk.awaitFocus("field");
            }
            default -> {}
        }
    }

    /** And what of it ends after the scan. */
    private static void passes(int scan) throws Exception {
        switch (scan % 12) {
            case 1 -> kiosk.say("idle");
            case 3 -> kiosk.say("no form");
            case 5 -> kiosk.say("no team");
            case 8 -> kiosk.display.layout("us");
            case 11 -> {
                kiosk.say("no field");
                kiosk.awaitFocus("null");
            }
            default -> {}
        }
    }

    private static boolean isReceived(String code) throws InterruptedException {
        String line = kiosk.line();
        while (line != null && !List.of(line.split(ScannedProgram.BETWEEN)).contains(code)) {
            line = kiosk.line();
        }
        return line != null;
    }
}
