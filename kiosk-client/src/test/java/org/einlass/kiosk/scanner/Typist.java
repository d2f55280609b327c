package org.einlass.kiosk.scanner;

import java.awt.Component;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;

/** Types keys as a window system reports them: pressed, typed, released, each with its time. */
final class Typist {

    private final Component source;
    private final List<KeyEvent> events = new ArrayList<>();
    private long now = 1_000_000;

    Typist(Component source) {
        this.source = source;
    }

    Typist pause(long millis) {
        now += millis;
        return this;
    }

    /** Types a text at so many milliseconds a key. */
    Typist type(String text, long millis) {
        text.chars().forEach(c -> key((char) c, (char) c, millis));
        return this;
    }

    /**
     * Presses the key of one character where the active layout types another; 0 where it types none, as dead
     * keys do.
     */
    Typist key(char key, char typed, long millis) {
        boolean shift = Character.isUpperCase(key);
        int modifiers = shift ? InputEvent.SHIFT_DOWN_MASK : 0;
        int code = KeyEvent.getExtendedKeyCodeForChar(key);
        add(KeyEvent.KEY_PRESSED, modifiers, code, typed == 0 ? KeyEvent.CHAR_UNDEFINED : typed);
        if (typed != 0) {
            add(KeyEvent.KEY_TYPED, modifiers, KeyEvent.VK_UNDEFINED, typed);
        }
        now += millis / 2;
        add(KeyEvent.KEY_RELEASED, modifiers, code, typed);
        now += millis - millis / 2;
        return this;
    }

    /** Types by place, as X11 reports it: raw code of the key, and whatever the active layout makes of it. */
    Typist place(int rawCode, char typed, long millis) {
        return place(rawCode, typed, false, millis);
    }

    /** The same with Shift held down for this key, or not. */
    Typist place(int rawCode, char typed, boolean shift, long millis) {
        int modifiers = shift ? InputEvent.SHIFT_DOWN_MASK : 0;
        if (shift) {
            add(KeyEvent.KEY_PRESSED, modifiers, KeyEvent.VK_SHIFT, KeyEvent.CHAR_UNDEFINED);
        }
        events.add(placed(KeyEvent.KEY_PRESSED, modifiers, rawCode, typed));
        add(KeyEvent.KEY_TYPED, modifiers, KeyEvent.VK_UNDEFINED, typed);
        events.add(placed(KeyEvent.KEY_RELEASED, modifiers, rawCode, typed));
        if (shift) {
            add(KeyEvent.KEY_RELEASED, 0, KeyEvent.VK_SHIFT, KeyEvent.CHAR_UNDEFINED);
        }
        now += millis;
        return this;
    }

    private KeyEvent placed(int id, int modifiers, int rawCode, char typed) {
        return new KeyEvent(source, id, now, modifiers, KeyEvent.VK_UNDEFINED, typed) {
            private static final long serialVersionUID = 1L;

            @Override
            public String paramString() {
                return super.paramString().replace("rawCode=0", "rawCode=" + rawCode);
            }
        };
    }

    Typist enter() {
        return press(KeyEvent.VK_ENTER, '\n');
    }

    Typist press(int code, char c) {
        add(KeyEvent.KEY_PRESSED, 0, code, c);
        add(KeyEvent.KEY_TYPED, 0, KeyEvent.VK_UNDEFINED, c);
        now += 5;
        add(KeyEvent.KEY_RELEASED, 0, code, c);
        return this;
    }

    /** A key that is held down: pressed and typed again and again, released once. */
    Typist holdDown(char c, int times) {
        for (int i = 0; i < times; i++) {
            add(KeyEvent.KEY_PRESSED, 0, KeyEvent.getExtendedKeyCodeForChar(c), c);
            add(KeyEvent.KEY_TYPED, 0, KeyEvent.VK_UNDEFINED, c);
            now += 30;
        }
        add(KeyEvent.KEY_RELEASED, 0, KeyEvent.getExtendedKeyCodeForChar(c), c);
        return this;
    }

    List<KeyEvent> events() {
        return List.copyOf(events);
    }

    private void add(int id, int modifiers, int code, char c) {
        events.add(new KeyEvent(source, id, now, modifiers, code, c));
    }
}
