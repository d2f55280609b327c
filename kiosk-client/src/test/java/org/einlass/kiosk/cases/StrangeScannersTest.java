package org.einlass.kiosk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.ExternalCode;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.screen.UsbScanner;
import org.einlass.kiosk.screen.VirtualDisplay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What else a scanner may be set to, and what else may lie on a keyboard, on the whole program: the guest comes in, or is
 * asked for the code once more, is never refused, and the next guest comes in.
 */
@Tag("scanner")
@Timeout(900)
class StrangeScannersTest {
    private static final String URL_IN_CAPITALS = "HTTPS://TICKETS.EXAMPLE/T?C=9F8E7D6C";
    private static final int SHIFT = 50;
    private static final int CONTROL = 37;
    private static final int ALT = 64;
    private static final int ALT_GRAPH = 108;
    private static final int SUPER = 133;
    private static final int MENU = 135;
    private static final int PRINT = 107;
    private static final int PAUSE = 127;
    private static final int INSERT = 118;
    private static final int DELETE = 119;
    private static final int F11 = 95;
    private static final int VOLUME_UP = 123;
    private static final int LETTER_A = 38;

    @TempDir
    private static Path folder;

    private static RealKiosk kiosk;
    private static int nextGuest = 1;

    /** What is typed for a guest, and whether that is enough to come in. */
    enum Habit {
        LETTERS_IN_SMALL(true) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                scanner.type(code.toLowerCase(Locale.ROOT)).press(UsbScanner.ENTER);
            }
        },
        LETTERS_IN_CAPITALS(true) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                scanner.type(code.toUpperCase(Locale.ROOT)).press(UsbScanner.ENTER);
            }
        },
        TWICE_AT_ONCE(true) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                scanner.type(code).press(UsbScanner.ENTER).type(code).press(UsbScanner.ENTER);
            }
        },
        GROUP_SEPARATOR_AT_THE_END(true) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                scanner.type(code).control(']').press(UsbScanner.ENTER);
            }
        },
        GS1_DATA_MATRIX(true) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                scanner.type("]d2").control(']').type(code).press(UsbScanner.ENTER);
            }
        },
        QUOTES(true) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                scanner.type("\"" + code + "\"").press(UsbScanner.ENTER);
            }
        },
        CHECK_DIGIT(false) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                scanner.type(code + "7").press(UsbScanner.ENTER);
            }
        },
        LENGTH_BEFORE(false) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                scanner.type("0029" + code).press(UsbScanner.ENTER);
            }
        },
        TIME_BEFORE(true) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                scanner.type("2026-12-01 09:15:00," + code).press(UsbScanner.ENTER);
            }
        },
        DOOR_BEHIND(true) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                scanner.type(code + ";Nord 2").press(UsbScanner.ENTER);
            }
        },
        LETTER_OF_ITS_KIND_BEFORE(false) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                scanner.type("Q" + code).press(UsbScanner.ENTER);
            }
        },
        ONE_SIGN_WRONG(false) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                char other = code.charAt(9) == 'K' ? 'M' : 'K';
                scanner.type(code.substring(0, 9) + other + code.substring(10)).press(UsbScanner.ENTER);
            }
        },
        ONE_SIGN_LOST(false) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                scanner.type(code.substring(0, 12) + code.substring(13)).press(UsbScanner.ENTER);
            }
        },
        ONE_SIGN_TWICE(false) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                scanner.type(code.substring(0, 12) + code.substring(11)).press(UsbScanner.ENTER);
            }
        },
        TWO_SIGNS_EXCHANGED(false) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                scanner.type(code.substring(0, 12) + code.charAt(13) + code.charAt(12) + code.substring(14))
                        .press(UsbScanner.ENTER);
            }
        },
        SHIFT_HELD(false) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                held(scanner, SHIFT, code);
            }
        },
        CONTROL_HELD(false) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                held(scanner, CONTROL, code);
            }
        },
        ALT_HELD(false) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                held(scanner, ALT, code);
            }
        },
        ALT_GRAPH_HELD(false) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                held(scanner, ALT_GRAPH, code);
            }
        },
        /** A book lies on the keyboard. */
        LETTER_HELD(false) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                kiosk.display.key(LETTER_A, true);
                VirtualDisplay.pass(1_500);
                scanner.type(code).press(UsbScanner.ENTER);
                kiosk.display.key(LETTER_A, false);
            }
        },
        ENTER_HELD(false) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                kiosk.display.key(UsbScanner.ENTER, true);
                VirtualDisplay.pass(1_500);
                scanner.type(code);
                kiosk.display.key(UsbScanner.ENTER, false);
                scanner.press(UsbScanner.ENTER);
            }
        },
        KEYS_OF_THE_SYSTEM_BEFORE(true) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                scanner.press(SUPER, MENU, PRINT, PAUSE, VOLUME_UP, UsbScanner.ESCAPE)
                        .pause(700)
                        .type(code)
                        .press(UsbScanner.ENTER);
            }
        },
        KEYS_OF_AN_EDITOR_BEHIND(true) {
            @Override
            void type(UsbScanner scanner, String code) throws IOException {
                scanner.type(code).press(INSERT, DELETE, F11, UsbScanner.END, UsbScanner.ENTER);
            }
        },
        DVORAK(true) {
            @Override
            void type(UsbScanner scanner, String code) throws Exception {
                kiosk.display.layout("us(dvorak)");
                VirtualDisplay.pass(700);
                scanner.type(code).press(UsbScanner.ENTER);
            }
        },
        DEAD_KEYS(true) {
            @Override
            void type(UsbScanner scanner, String code) throws Exception {
                kiosk.display.layout("us(intl)");
                VirtualDisplay.pass(700);
                scanner.type(code).press(UsbScanner.ENTER);
            }
        },
        CYRILLIC(true) {
            @Override
            void type(UsbScanner scanner, String code) throws Exception {
                kiosk.display.layout("ru");
                VirtualDisplay.pass(700);
                scanner.type(code).press(UsbScanner.ENTER);
            }
        },
        GREEK_WITH_CAPS_LOCK(true) {
            @Override
            void type(UsbScanner scanner, String code) throws Exception {
                kiosk.display.layout("gr");
                scanner.press(UsbScanner.CAPS_LOCK).pause(900).type(code).press(UsbScanner.ENTER);
                scanner.pause(900).press(UsbScanner.CAPS_LOCK);
            }
        };

        private final boolean isEnough;

        Habit(boolean isEnough) {
            this.isEnough = isEnough;
        }

        abstract void type(UsbScanner scanner, String code) throws Exception;

        private static void held(UsbScanner scanner, int key, String code) throws IOException {
            kiosk.display.key(key, true);
            scanner.pause(300).type(code).press(UsbScanner.ENTER);
            kiosk.display.key(key, false);
        }
    }

    @BeforeAll
    static void open() throws Exception {
        kiosk = new RealKiosk.Start()
                .with("scan", "keyboard")
                .world(made -> {
                    made.server.assigns(House.sheet("Kongress"));
                    House.invite(made.server, URL_IN_CAPITALS);
                })
                .in(folder);
        kiosk.await("a calm corner", screen -> screen.signs().contains("in Ordnung"));
    }

    @AfterAll
    static void close() throws Exception {
        if (kiosk != null) {
            kiosk.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsRefusedAndTheNextGuestComesIn(Habit habit) throws Exception {
        int guest = nextGuest;
        nextGuest += 2;
        int before = kiosk.scans().size();
        int refused = refusals();
        habit.type(kiosk.scanner.pause(1_500), Sample.ticket(guest).text());

        if (habit.isEnough) {
            kiosk.await("a scan", screen -> kiosk.scans().size() > before);
            assertThat(kiosk.verdicts(House.ticket(guest))).containsExactly(Verdict.ADMITTED);
        }
        VirtualDisplay.pass(2_500);
        assertThat(refusals()).as("refusals").isEqualTo(refused);
        kiosk.display.layout("us");
        kiosk.awaitText(RealKiosk.IDLE);
        kiosk.scanner.pause(1_000).type(Sample.ticket(guest + 1).text()).press(UsbScanner.ENTER);
        assertThat(kiosk.verdicts(House.ticket(guest + 1))).containsExactly(Verdict.ADMITTED);
        kiosk.awaitText(RealKiosk.IDLE);
        assertThat(kiosk.isRunning()).isTrue();
    }

    @Test
    void anAddressInCapitalsIsAdmittedOnAnyLayout() throws Exception {
        for (String layout : List.of("de", "fr", "ch", "us(intl)")) {
            int before = kiosk.scans().size();
            kiosk.display.layout(layout);
            kiosk.scanner.pause(1_500).type(URL_IN_CAPITALS).press(UsbScanner.ENTER);
            kiosk.await("a scan", screen -> kiosk.scans().size() > before);
            assertThat(kiosk.verdicts(new ExternalCode(URL_IN_CAPITALS)))
                    .as(layout)
                    .containsOnly(Verdict.ADMITTED);
            kiosk.awaitText(RealKiosk.IDLE);
        }
        kiosk.display.layout("us");
    }

    private static int refusals() {
        return (int) kiosk.scans().stream()
                .filter(scan -> scan.outcome().verdict() != Verdict.ADMITTED)
                .count();
    }
}
