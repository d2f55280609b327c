package org.einlass.kiosk.scanner;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keys that followed each other in a scanner's rhythm and are held back until it is clear who typed them. */
final class Burst {

    private final List<KeyEvent> events = new ArrayList<>();
    private final StringBuilder typed = new StringBuilder();
    private final StringBuilder typedUnderCapsLock = new StringBuilder();
    private final StringBuilder placed = new StringBuilder();
    private final AltCode altCode = new AltCode();
    private final KeyPace pace = new KeyPace();
    private boolean everyKeyHasAPlace = true;
    private boolean altCodeIsTypedToo;

    void add(KeyEvent event) {
        events.add(event);
        switch (event.getID()) {
            case KeyEvent.KEY_PRESSED -> pressed(event);
            case KeyEvent.KEY_TYPED -> typed(event);
            default -> released(event);
        }
    }

    private void pressed(KeyEvent event) {
        altCodeIsTypedToo = false;
        if (altCode.takes(event)) {
            return;
        }
        if (KeySort.of(event) == KeySort.CHARACTER) {
            pace.pressed(event);
            PhysicalKey.character(event).ifPresentOrElse(placed::append, () -> everyKeyHasAPlace = false);
        }
    }

    private void typed(KeyEvent event) {
        char c = event.getKeyChar();
        boolean control = event.isControlDown() && !event.isAltDown() && !event.isAltGraphDown();
        boolean altNumber = event.isAltDown() && !event.isControlDown();
        boolean sign = c >= ' ' && c != KeyEvent.VK_DELETE && c != KeyEvent.CHAR_UNDEFINED;
        if (sign && !control && !altNumber && !altCodeIsTypedToo) {
            typed.append(c);
            typedUnderCapsLock.append(withoutCapsLock(event));
        }
    }

    private void released(KeyEvent event) {
        pace.released(event);
        altCode.released(event).ifPresent(c -> {
            // Windows types the character as well, right after this.
            altCodeIsTypedToo = true;
            pace.pressed(event);
            typed.append(c);
            typedUnderCapsLock.append(c);
            placed.append(c);
        });
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** How many characters, counting dead keys, which type nothing by themselves. */
    int length() {
        return Math.max(typed.length(), everyKeyHasAPlace ? placed.length() : 0);
    }

    /** Whether there is no character but blanks, which press buttons. */
    boolean isBlank() {
        return texts().stream().allMatch(String::isBlank);
    }

    KeyPace pace() {
        return pace;
    }

    /** Everything that was held back, in its order. */
    List<KeyEvent> events() {
        return List.copyOf(events);
    }

    /** What was typed, as the layout has it and as a US keyboard's keys stand: each only once, as it came. */
    Set<String> texts() {
        Set<String> texts = new LinkedHashSet<>();
        texts.add(typedUnderCapsLock.toString());
        if (everyKeyHasAPlace) {
            texts.add(placed.toString());
        }
        texts.add(typed.toString());
        texts.remove("");
        return texts;
    }

    void clear() {
        events.clear();
        typed.setLength(0);
        typedUnderCapsLock.setLength(0);
        placed.setLength(0);
        altCode.clear();
        pace.clear();
        everyKeyHasAPlace = true;
        altCodeIsTypedToo = false;
    }

    /** A letter that is small with shift or capital without was typed under caps lock. */
    private static char withoutCapsLock(KeyEvent event) {
        char c = event.getKeyChar();
        boolean capsLock = event.isShiftDown() ? Character.isLowerCase(c) : Character.isUpperCase(c);
        if (!capsLock) {
            return c;
        }
        return event.isShiftDown() ? Character.toUpperCase(c) : Character.toLowerCase(c);
    }
}
