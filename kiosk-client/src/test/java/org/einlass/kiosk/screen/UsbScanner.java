package org.einlass.kiosk.screen;

import java.io.IOException;

/**
 * A hand scanner as it leaves the factory: keys of a US keyboard, at a pace, with what it puts before and
 * after a code.
 */
public final class UsbScanner {
    public static final int ENTER = 36;
    public static final int TAB = 23;
    public static final int ESCAPE = 9;
    public static final int F9 = 75;
    public static final int DOWN = 116;
    public static final int LINE_FEED = 109;
    public static final int KEYPAD_ENTER = 104;
    public static final int CAPS_LOCK = 66;
    public static final int NUM_LOCK = 77;
    public static final int SPACE = 65;
    public static final int BACKSPACE = 22;
    public static final int F1 = 67;
    public static final int F2 = 68;
    public static final int F12 = 96;
    public static final int HOME = 110;
    public static final int RIGHT = 114;
    public static final int END = 115;
    public static final int PAGE_DOWN = 117;
    private static final int SHIFT = 50;
    private static final int CONTROL = 37;
    private static final int ALT = 64;
    private static final String PLAIN = "          1234567890-=  qwertyuiop[]  asdfghjkl;'` \\zxcvbnm,./ * ";
    private static final String SHIFTED = "          !@#$%^&*()_+  QWERTYUIOP{}  ASDFGHJKL:\"~ |ZXCVBNM<>?   ";
    private static final String KEYPAD = "789-456+1230.";
    private static final int KEYPAD_FIRST = 79;

    private final VirtualDisplay display;
    private int hold = 2;
    private int gap = 3;

    public UsbScanner(VirtualDisplay display) {
        this.display = display;
    }

    /** How long a key is down, and how long until the next. */
    public UsbScanner pace(int holdMillis, int gapMillis) {
        hold = holdMillis;
        gap = gapMillis;
        return this;
    }

    public UsbScanner type(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int place = PLAIN.indexOf(c);
            if (place >= 0) {
                press(c == ' ' ? 65 : place);
            } else {
                display.key(SHIFT, true);
                press(SHIFTED.indexOf(c));
                display.key(SHIFT, false);
            }
        }
        return this;
    }

    public UsbScanner press(int... keys) throws IOException {
        for (int key : keys) {
            down(key);
            VirtualDisplay.pass(hold);
            display.key(key, false);
            VirtualDisplay.pass(gap);
        }
        return this;
    }

    private void down(int key) throws IOException {
        display.key(key, true);
    }

    /** The next key goes down before the last one is up, as quick scanners do. */
    public UsbScanner roll(String text) throws IOException {
        int held = -1;
        for (int i = 0; i < text.length(); i++) {
            int key = PLAIN.indexOf(text.charAt(i));
            if (key == held) {
                display.key(held, false);
                held = -1;
            }
            down(key);
            VirtualDisplay.pass(hold);
            if (held >= 0) {
                display.key(held, false);
            }
            held = key;
            VirtualDisplay.pass(gap);
        }
        display.key(held, false);
        return this;
    }

    /** Shift goes down once for a whole row. */
    public UsbScanner shifted(String text) throws IOException {
        display.key(SHIFT, true);
        for (int i = 0; i < text.length(); i++) {
            press(SHIFTED.indexOf(text.charAt(i)));
        }
        display.key(SHIFT, false);
        return this;
    }

    /** Control and a letter: STX is B, line feed is J. */
    public UsbScanner control(char letter) throws IOException {
        display.key(CONTROL, true);
        press(PLAIN.indexOf(letter));
        display.key(CONTROL, false);
        return this;
    }

    public UsbScanner keypad(String digits) throws IOException {
        for (int i = 0; i < digits.length(); i++) {
            char sign = digits.charAt(i);
            press(sign == '/' ? 106 : sign == '*' ? 63 : KEYPAD_FIRST + KEYPAD.indexOf(sign));
        }
        return this;
    }

    /** A hand's way to close a window. */
    public UsbScanner altF4() throws IOException {
        display.key(ALT, true);
        press(F1 + 3);
        display.key(ALT, false);
        return this;
    }

    /** Every character as its number on the keypad, with Alt down. */
    public UsbScanner altCodes(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            display.key(ALT, true);
            keypad("0%03d".formatted((int) c));
            display.key(ALT, false);
            VirtualDisplay.pass(gap);
        }
        return this;
    }

    public UsbScanner pause(long millis) {
        VirtualDisplay.pass(millis);
        return this;
    }
}
