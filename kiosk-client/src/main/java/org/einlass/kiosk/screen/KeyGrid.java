package org.einlass.kiosk.screen;

import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * A keyboard on the screen: digits above letters, for fingers, and for the arrows and Enter of a small keypad. Tab leaves
 * it. Event thread only.
 */
final class KeyGrid extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String DIGITS = "1234567890";
    private static final int LETTER_ROWS = 3;

    private final transient Keys keys;
    private final List<List<JButton>> rows = new ArrayList<>();

    /** What the keys do. */
    interface Keys {
        void type(String character);

        void delete();

        /** The arrow leads above the first row, or Tab back. */
        void before();

        /** The arrow leads below the last row, or Tab on. */
        void after();
    }

    /** @param type height of the letters, in pixels */
    KeyGrid(ScreenMessages words, int gap, float type, Keys keys) {
        this.keys = keys;
        setOpaque(false);
        setLayout(new MigLayout("insets 0, fill, gap " + gap, "[grow, fill, sg]", "[grow, fill, sg]"));
        List<JButton> digits = row(DIGITS, type);
        digits.add(key("booking.key.delete", "\u232b", words.say("booking.key.delete"), type, keys::delete));
        rows.add(digits);
        for (int row = 1; row <= LETTER_ROWS; row++) {
            rows.add(row(words.say("booking.keys." + row), type));
        }
        rows.get(LETTER_ROWS)
                .add(key("booking.key.space", "\u2423", words.say("booking.key.space"), type, () -> keys.type(" ")));
        for (List<JButton> row : rows) {
            row.forEach(key -> add(key, "wmin 0, hmin 0" + (key == row.get(row.size() - 1) ? ", wrap" : "")));
        }
        bindArrows();
    }

    private List<JButton> row(String characters, float type) {
        List<JButton> row = new ArrayList<>();
        characters
                .codePoints()
                .mapToObj(Character::toString)
                .forEach(sign -> row.add(key("booking.key." + sign, sign, sign, type, () -> keys.type(sign))));
        return row;
    }

    private static JButton key(String name, String label, String spoken, float type, Runnable action) {
        JButton key = Components.quietButton(name, action);
        key.setText(label);
        key.setMargin(new Insets(0, 0, 0, 0));
        key.setFont(Theme.semibold(type));
        key.getAccessibleContext().setAccessibleName(spoken);
        key.setFocusTraversalKeysEnabled(false);
        return key;
    }

    private void bindArrows() {
        for (int row = 0; row < rows.size(); row++) {
            List<JButton> keysOfRow = rows.get(row);
            for (int place = 0; place < keysOfRow.size(); place++) {
                int column = place;
                int above = row - 1;
                int below = row + 1;
                int size = keysOfRow.size();
                JButton key = keysOfRow.get(column);
                WholeScreen.bindHere(key, "LEFT", () -> focus(keysOfRow, column + size - 1));
                WholeScreen.bindHere(key, "RIGHT", () -> focus(keysOfRow, column + 1));
                WholeScreen.bindHere(key, "UP", () -> to(above, column));
                WholeScreen.bindHere(key, "DOWN", () -> to(below, column));
                WholeScreen.bindHere(key, "TAB", keys::after);
                WholeScreen.bindHere(key, "shift TAB", keys::before);
            }
        }
    }

    private static void focus(List<JButton> row, int column) {
        row.get(column % row.size()).requestFocusInWindow();
    }

    private void to(int row, int column) {
        if (row < 0) {
            keys.before();
            return;
        }
        if (row >= rows.size()) {
            keys.after();
            return;
        }
        List<JButton> there = rows.get(row);
        there.get(Math.min(column, there.size() - 1)).requestFocusInWindow();
    }

    /** The first letter, where arrows begin. */
    void focusFirst() {
        rows.get(1).get(0).requestFocusInWindow();
    }
}
