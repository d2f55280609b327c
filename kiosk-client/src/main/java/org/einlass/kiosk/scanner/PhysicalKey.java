package org.einlass.kiosk.scanner;

import java.awt.event.KeyEvent;
import java.util.Optional;

/**
 * The key that was pressed, whatever the active layout makes of it: its place on the keyboard, read as on a
 * US one.
 *
 * <p>Scanners leave the factory with a US layout. Java tells the place only within the text of an event: on
 * Windows as scan code, on X11 as raw key code, which is the scan code plus 8 (XKB's evdev rules). Elsewhere
 * there is none, but for the keypad, whose keys are known without Num Lock, too.
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
    private static final int KEYPAD_FROM = 71;
    private static final int KEYPAD_TO = 83;

    /** Beyond the main block on X11: the keypad's stroke. */
    private static final int X11_DIVIDE = 98;

    private PhysicalKey() {}

    /**
     * The character a US keyboard would type; empty where the key has none, or the platform does not tell.
     */
    static Optional<Character> character(KeyEvent pressed) {
        int code = scanCode(pressed.paramString());
        boolean keypad = pressed.getKeyLocation() == KeyEvent.KEY_LOCATION_NUMPAD;
        if (code == SPACE_BAR) {
            return Optional.of(' ');
        }
        if (keypad && code == X11_DIVIDE) {
            return Optional.of('/');
        }
        if (keypad && (code < KEYPAD_FROM || code > KEYPAD_TO)) {
            return keypadKey(pressed.getKeyCode());
        }
        // Windows gives the arrow keys the scan codes of the keypad.
        boolean arrow = code >= KEYPAD_FROM && code <= KEYPAD_TO && !keypad;
        if (code < 0 || arrow || code >= PLAIN.length() || PLAIN.charAt(code) == ' ') {
            return Optional.empty();
        }
        return Optional.of((pressed.isShiftDown() ? SHIFTED : PLAIN).charAt(code));
    }

    private static Optional<Character> keypadKey(int keyCode) {
        if (keyCode >= KeyEvent.VK_NUMPAD0 && keyCode <= KeyEvent.VK_NUMPAD9) {
            return Optional.of((char) ('0' + keyCode - KeyEvent.VK_NUMPAD0));
        }
        return switch (keyCode) {
            case KeyEvent.VK_INSERT -> Optional.of('0');
            case KeyEvent.VK_END -> Optional.of('1');
            case KeyEvent.VK_DOWN, KeyEvent.VK_KP_DOWN -> Optional.of('2');
            case KeyEvent.VK_PAGE_DOWN -> Optional.of('3');
            case KeyEvent.VK_LEFT, KeyEvent.VK_KP_LEFT -> Optional.of('4');
            case KeyEvent.VK_BEGIN, KeyEvent.VK_CLEAR -> Optional.of('5');
            case KeyEvent.VK_RIGHT, KeyEvent.VK_KP_RIGHT -> Optional.of('6');
            case KeyEvent.VK_HOME -> Optional.of('7');
            case KeyEvent.VK_UP, KeyEvent.VK_KP_UP -> Optional.of('8');
            case KeyEvent.VK_PAGE_UP -> Optional.of('9');
            case KeyEvent.VK_DELETE, KeyEvent.VK_DECIMAL, KeyEvent.VK_SEPARATOR -> Optional.of('.');
            case KeyEvent.VK_DIVIDE -> Optional.of('/');
            case KeyEvent.VK_MULTIPLY -> Optional.of('*');
            case KeyEvent.VK_SUBTRACT -> Optional.of('-');
            case KeyEvent.VK_ADD -> Optional.of('+');
            default -> Optional.empty();
        };
    }

    /** What tells one key from another, on every platform. */
    static int identity(KeyEvent event) {
        int code = scanCode(event.paramString());
        return code > 0 ? -code : event.getKeyCode();
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
