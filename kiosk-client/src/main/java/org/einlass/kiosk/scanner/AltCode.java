package org.einlass.kiosk.scanner;

import java.awt.event.KeyEvent;
import java.nio.charset.Charset;
import java.util.Optional;

/** A character typed as its number on the keypad while Alt is down, as scanners do that know no layout. */
final class AltCode {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LONGEST = 5;

    private final StringBuilder digits = new StringBuilder();
    private boolean down;

    /** Whether this key belongs to a number under way. */
    boolean takes(KeyEvent pressed) {
        if (pressed.getKeyCode() == KeyEvent.VK_ALT) {
            down = true;
            digits.setLength(0);
            return false;
        }
        boolean keypad = pressed.getKeyLocation() == KeyEvent.KEY_LOCATION_NUMPAD;
        Optional<Character> digit = down && keypad ? PhysicalKey.character(pressed) : Optional.empty();
        digit.filter(Character::isDigit)
                .filter(any -> digits.length() < LONGEST)
                .ifPresent(digits::append);
        return digit.filter(Character::isDigit).isPresent();
    }

    /** The character, when Alt is let go after a number. */
    Optional<Character> released(KeyEvent released) {
        if (released.getKeyCode() != KeyEvent.VK_ALT) {
            return Optional.empty();
        }
        down = false;
        int number = digits.length() == 0 ? 0 : Integer.parseInt(digits.toString());
        digits.setLength(0);
        return number < ' ' || number > 0xFF
                ? Optional.empty()
                : Optional.of(new String(new byte[] {(byte) number}, WINDOWS).charAt(0));
    }

    void clear() {
        down = false;
        digits.setLength(0);
    }
}
