package org.einlass.kiosk.scanner;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keys that followed each other in a scanner's rhythm and are held back until it is clear who typed them. */
final class Burst {

    private final List<KeyEvent> events = new ArrayList<>();
    private final StringBuilder typed = new StringBuilder();
    private final StringBuilder placed = new StringBuilder();
    private boolean everyKeyHasAPlace = true;

    void add(KeyEvent event) {
        events.add(event);
        if (event.getID() == KeyEvent.KEY_TYPED && event.getKeyChar() >= ' ') {
            typed.append(withoutCapsLock(event));
        }
        if (event.getID() == KeyEvent.KEY_PRESSED && !isModifier(event)) {
            PhysicalKey.character(event).ifPresentOrElse(placed::append, () -> everyKeyHasAPlace = false);
        }
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** How many characters, counting dead keys, which type nothing by themselves. */
    int length() {
        return Math.max(typed.length(), everyKeyHasAPlace ? placed.length() : 0);
    }

    /** Everything that was held back, in its order. */
    List<KeyEvent> events() {
        return List.copyOf(events);
    }

    /** What the code says: as the layout has it, unless only the keys' places make it one of ours. */
    String text(Predicate<String> ours) {
        String byLayout = ScannerPrefix.strip(typed.toString());
        if (ours.test(byLayout) || !everyKeyHasAPlace) {
            return byLayout;
        }
        String byPlace = ScannerPrefix.strip(placed.toString());
        return ours.test(byPlace) || byLayout.isEmpty() ? byPlace : byLayout;
    }

    void clear() {
        events.clear();
        typed.setLength(0);
        placed.setLength(0);
        everyKeyHasAPlace = true;
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

    private static boolean isModifier(KeyEvent event) {
        return switch (event.getKeyCode()) {
            case KeyEvent.VK_SHIFT, KeyEvent.VK_CAPS_LOCK, KeyEvent.VK_ALT_GRAPH, KeyEvent.VK_ALT -> true;
            default -> false;
        };
    }
}
