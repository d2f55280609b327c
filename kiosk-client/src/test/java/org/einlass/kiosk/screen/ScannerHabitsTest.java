package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

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

/** More habits of scanners, layouts and hands, on the real window under X11. */
@Tag("scanner")
@Timeout(120)
class ScannerHabitsTest {
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
    @CsvSource(
            delimiter = ' ',
            value = {
                "de Zy-0815_a{7}",
                "fr 4711-abC/Q",
                "ch yzYZ-0815",
                "us yzYZ-0815",
                "de T0123456789ABCDEFGHJKLMNPQRST"
            })
    void capsLockChangesNothingOnAnyLayout(String layout, String text) throws Exception {
        kiosk.display.layout(layout);
        scanner.press(UsbScanner.CAPS_LOCK).pause(500).type(text).press(UsbScanner.ENTER);

        assertThat(kiosk.readUntil(text)).contains(text);
        scanner.pause(500).press(UsbScanner.CAPS_LOCK).pause(500);
        kiosk.assertUntouched();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "us(intl) o'neil~x\"y^2`z",
                "es abc-[0]/{1}",
                "it c'e@x#y",
                "pl EVY-2022/47",
                "tr iI-0815.i",
                "us(dvorak) https://t.example/?c=9f",
                "gb \"a@b#c~d\\e|",
                "de(nodeadkeys) a`b'c^d~e",
                "fr(bepo) rs8a3p67jepq",
                "cz 4711008150042",
                "jp T0123456789ABCDEFGHJKLMNPQRST"
            })
    void keysAreReadByTheirPlacesOnRareLayouts(String layout, String text) throws Exception {
        kiosk.display.layout(layout);
        scanner.type(text).press(UsbScanner.ENTER);

        assertThat(kiosk.readUntil(text)).contains(text);
        kiosk.assertUntouched();
    }

    @ParameterizedTest
    @CsvSource({
        "us, ]C1",
        "de, ]C1",
        "fr, ]C0",
        "ch, ]e0",
        "de, ]A0",
        "fr, ]L2",
        "de, ]z0",
        "us, ]Q3\\000026",
        "de, ]Q4\\000026",
        "de, ]d1",
        "fr, ]Q0",
        "ch, ]Q1",
        "de, ]X0"
    })
    void theAimIdentifierIsNoPartOfACodeOnAnyLayout(String layout, String aim) throws Exception {
        kiosk.display.layout(layout);
        scanner.type(aim + "ABC-77-0001").press(UsbScanner.ENTER);

        assertThat(kiosk.readUntil("ABC-77-0001")).contains("ABC-77-0001");
    }

    @Test
    void aSeparatorOfGroupsWithinACodeDoesNotBreakIt() throws Exception {
        for (String layout : List.of("us", "de")) {
            List<String> reading = kiosk.readWhole(typist -> {
                kiosk.display.layout(layout);
                typist.type("ABC-77").control(']').type("-0001").press(UsbScanner.ENTER);
            });

            assertThat(reading).as(layout).startsWith("WHOLE");
            assertThat(reading.subList(1, reading.size()))
                    .allSatisfy(text -> assertThat(text).hasSize(11));
            kiosk.assertUntouched();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "4, 2", "15, 5"})
    void keysThatOverlapAreReadInTheirOrder(int hold, int gap) throws Exception {
        scanner.pace(hold, gap).roll("rs8a3p67jepqtbt9evz766bfgg").press(UsbScanner.ENTER);

        assertThat(kiosk.readUntil("rs8a3p67jepqtbt9evz766bfgg")).contains("rs8a3p67jepqtbt9evz766bfgg");
    }

    @Test
    void shiftMayBeHeldForAWholeRow() throws Exception {
        kiosk.display.layout("de");
        scanner.shifted("ABZY").type("-77").shifted("QX").press(UsbScanner.ENTER);

        assertThat(kiosk.readUntil("ABZY-77QX")).contains("ABZY-77QX");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "12, 8", "25, 25", "8, 110"})
    void everyPaceIsReadWithoutALineEndToo(int hold, int gap) throws Exception {
        scanner.pace(hold, gap).type("ABC-77-0001");

        assertThat(kiosk.readUntil("ABC-77-0001")).startsWith("NO_LINE_END").contains("ABC-77-0001");
        kiosk.assertUntouched();
    }

    @Test
    void severalHiccupsInOneCodeAreBridged() throws Exception {
        scanner.type("T01234")
                .pause(140)
                .type("56789ABC")
                .pause(180)
                .type("DEFGHJKL")
                .pause(140);
        scanner.type("MNPQRST").pause(150).press(UsbScanner.ENTER);

        assertThat(kiosk.readUntil(CODE)).contains(CODE);
        kiosk.assertUntouched();
    }

    @Test
    void aHandMayUseTheKeysOfTheScreen() throws Exception {
        kiosk.say("focus language.english");
        kiosk.awaitFocus("language.english");
        scanner.pace(90, 60).pause(600).press(UsbScanner.SPACE).pause(600);

        assertThat(kiosk.state()).startsWith("STATE" + ScannedProgram.BETWEEN + "english");
        scanner.pause(600).press(UsbScanner.F2).pause(600);
        assertThat(kiosk.state()).startsWith("STATE" + ScannedProgram.BETWEEN + "german");
        kiosk.say("no field");
        kiosk.awaitFocus("null");
    }

    @Test
    void aTextOfManyLinesIsOneReading() throws Exception {
        for (String line : List.of("BEGIN:VCARD", "VERSION:3.0", "N:Doe;Jo", "TEL:0123", "END:VCARD")) {
            scanner.type(line).press(UsbScanner.ENTER);
        }

        assertThat(kiosk.readUntil("BEGIN:VCARD")).contains("BEGIN:VCARD");
        kiosk.assertUntouched();
    }

    @Test
    void aLongTextIsRead() throws Exception {
        String text = "https://tickets.example/t?c=" + "9f8e7d6c5b4a3f2e".repeat(50);
        scanner.pace(0, 0).type(text).press(UsbScanner.ENTER);

        assertThat(kiosk.readUntil(text)).contains(text);
    }

    @Test
    void theSameCodeManyTimesIsReadEachTime() throws Exception {
        for (int turn = 0; turn < 10; turn++) {
            scanner.pace(1, 1).type(CODE).press(UsbScanner.ENTER).pause(500);

            assertThat(kiosk.readUntil(CODE))
                    .as("turn " + turn)
                    .startsWith("WHOLE")
                    .contains(CODE);
        }
    }

    @Test
    void aWholeCodeAfterHalfOfAnotherIsAmongWhatIsTried() throws Exception {
        scanner.type("T0AAAAAAAAAA").pause(500).type(CODE).press(UsbScanner.ENTER);

        assertThat(kiosk.readUntil(CODE)).contains(CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"47.11-0815", "4711+0815", "47/11*08"})
    void theKeypadsSignsCountWithNumLockOffAndOn(String text) throws Exception {
        for (int turn = 0; turn < 2; turn++) {
            kiosk.display.layout(turn == 0 ? "us" : "de");
            scanner.keypad(text).press(UsbScanner.KEYPAD_ENTER);

            assertThat(kiosk.readUntil(text)).contains(text);
            scanner.pause(700).press(UsbScanner.NUM_LOCK).pause(500);
            scanner.keypad(text).press(UsbScanner.KEYPAD_ENTER);
            assertThat(kiosk.readUntil(text)).contains(text);
            scanner.pause(700).press(UsbScanner.NUM_LOCK).pause(500);
        }
    }

    @Test
    void numbersTypedWithAltCarryEverySign() throws Exception {
        scanner.altCodes("@\\[]{}~|^`'\"").press(UsbScanner.ENTER);

        assertThat(kiosk.readUntil("@\\[]{}~|^`'\"")).contains("@\\[]{}~|^`'\"");
    }

    @Test
    void aScanOverTheTeamsPanelPressesNoneOfItsKeys() throws Exception {
        kiosk.say("team");
        scanner.type("123456789012").press(UsbScanner.ENTER);

        assertThat(kiosk.readUntil("123456789012")).contains("123456789012");
        kiosk.say("no team");
        kiosk.assertUntouched();
    }
}
