package org.einlass.kiosk.scanner;

import java.awt.event.KeyEvent;

/** What a pressed key is for in a scanner's burst, whatever the layout makes of it. */
enum KeySort {
    /** One of the code's characters. */
    CHARACTER,
    /** Shift, Alt and their like: they only change what follows. */
    MODIFIER,
    /** Ends a code: Enter, Tab, Arrow down, and line feed and carriage return as Ctrl+J and Ctrl+M. */
    ENDING,
    /** What factory settings send before or after a code: function keys, Esc, control characters. */
    CONTROL,
    /** Arrows, Home, Backspace and their like: a scanner sends them at most before or after a code. */
    HANDS_ONLY;

    static KeySort of(KeyEvent pressed) {
        if (pressed.getKeyLocation() == KeyEvent.KEY_LOCATION_NUMPAD && pressed.getKeyCode() != KeyEvent.VK_ENTER) {
            return CHARACTER;
        }
        return switch (pressed.getKeyCode()) {
            case KeyEvent.VK_SHIFT,
                    KeyEvent.VK_CAPS_LOCK,
                    KeyEvent.VK_NUM_LOCK,
                    KeyEvent.VK_ALT,
                    KeyEvent.VK_ALT_GRAPH,
                    KeyEvent.VK_CONTROL -> MODIFIER;
            case KeyEvent.VK_ENTER, KeyEvent.VK_TAB, KeyEvent.VK_DOWN -> ENDING;
            case KeyEvent.VK_ESCAPE -> CONTROL;
            case KeyEvent.VK_BACK_SPACE, KeyEvent.VK_DELETE, KeyEvent.VK_META, KeyEvent.VK_WINDOWS -> HANDS_ONLY;
            default -> other(pressed);
        };
    }

    private static KeySort other(KeyEvent pressed) {
        boolean control = pressed.isControlDown() && !pressed.isAltDown() && !pressed.isAltGraphDown();
        if (control) {
            return isLineEnd(pressed) ? ENDING : CONTROL;
        }
        if (isFunctionKey(pressed.getKeyCode())) {
            return CONTROL;
        }
        return pressed.isMetaDown() || pressed.isActionKey() ? HANDS_ONLY : CHARACTER;
    }

    private static boolean isLineEnd(KeyEvent pressed) {
        char place = PhysicalKey.character(pressed).orElse(' ');
        int code = pressed.getKeyCode();
        boolean byLayout = place == ' ' && (code == KeyEvent.VK_J || code == KeyEvent.VK_M);
        return byLayout || "jJmM".indexOf(place) >= 0;
    }

    private static boolean isFunctionKey(int code) {
        return (code >= KeyEvent.VK_F1 && code <= KeyEvent.VK_F12)
                || (code >= KeyEvent.VK_F13 && code <= KeyEvent.VK_F24);
    }
}
