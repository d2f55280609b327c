package org.einlass.kiosk.scanner;

import java.awt.event.KeyEvent;
import java.util.Optional;

/**
 * The key that was pressed, whatever the active layout makes of it: its place on the keyboard, read as on a US one.
 *
 * <p>Scanners leave the factory with a US layout. Java tells the place only within the text of an event: on Windows as
 * scan code, on X11 as raw key code, which is the scan code plus 8 (XKB's evdev rules). Elsewhere there is none.
 */
final class PhysicalKey {

    private static final String SCAN_CODE = "scancode=";
    private static final String RAW_CODE = "rawCode=";
    private static final int X11_OFFSET = 8;

    /** US characters by scan code, plain and with shift; blanks stand for keys without a character. */
    private static final String PLAIN =
            "  1234567890-=  qwertyuiop[]  asdfghjkl;'` \\zxcvbnm,./ *               789-456+1230.";

    private static final String SHIFTED =
            "  !@#$%^&*()_+  QWERTYUIOP{}  ASDFGHJKL:\"~ |ZXCVBNM<>? *               789-456+1230.";

    private static final int SPACE_BAR = 57;

    private PhysicalKey() {}

    /** The character a US keyboard would type; empty where the key has none, or the platform does not tell. */
    static Optional<Character> character(KeyEvent pressed) {
        int code = scanCode(pressed.paramString());
        if (code == SPACE_BAR) {
            return Optional.of(' ');
        }
        if (code < 0 || code >= PLAIN.length() || PLAIN.charAt(code) == ' ') {
            return Optional.empty();
        }
        return Optional.of((pressed.isShiftDown() ? SHIFTED : PLAIN).charAt(code));
    }

    static int scanCode(String parameters) {
        int scanCode = number(parameters, SCAN_CODE);
        if (scanCode > 0) {
            return scanCode;
        }
        int rawCode = number(parameters, RAW_CODE);
        return rawCode > X11_OFFSET ? rawCode - X11_OFFSET : -1;
    }

    private static int number(String parameters, String name) {
        int start = parameters.indexOf(name);
        if (start < 0) {
            return -1;
        }
        int value = 0;
        for (int i = start + name.length(); i < parameters.length() && Character.isDigit(parameters.charAt(i)); i++) {
            value = Math.min(100_000, 10 * value + parameters.charAt(i) - '0');
        }
        return value;
    }
}
