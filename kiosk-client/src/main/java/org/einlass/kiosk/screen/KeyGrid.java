package org.einlass.kiosk.screen;

import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * A keyboard on the screen: letters below other keys, for fingers, and for the arrows and Enter of a small keypad. Tab leaves
 * it. Event thread only.
 */
final class KeyGrid extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int LETTER_ROWS = 3;

    private static final int COLUMNS = 11;

    private final transient ScreenMessages words;
    private final float type;
    private final String kind;
    private final transient Way way;
    private final transient Consumer<String> typed;
    private final List<List<JButton>> rows = new ArrayList<>();

    /** One key above the letters. */
    record Key(String name, String label, String spoken, Runnable action) {}

    /** Where arrows lead. */
    interface Way {

        /** The arrow leads above the first row, or Tab back. */
        void before();

        /** The arrow leads below the last row, or Tab on. */
        void after();
    }

    /**
     * A keyboard without keys.
     *
     * @param type height of the letters, in pixels
     * @param kind how the names of its keys begin
     * @param typed hears each letter
     */
    KeyGrid(ScreenMessages words, int gap, float type, String kind, Way way, Consumer<String> typed) {
        this.words = words;
        this.type = type;
        this.kind = kind;
        this.way = way;
        this.typed = typed;
        setOpaque(false);
        setLayout(new MigLayout("insets 0, fill, gap " + gap, "[grow, fill, sg]", "[grow, fill, sg]"));
    }

    /** Puts these keys above the letters; they share the row. Once. */
    void fill(List<Key> above) {
        rows.add(above.stream().map(this::key).toList());
        for (int row = 1; row <= LETTER_ROWS; row++) {
            rows.add(row(words.say("keys.row." + row)));
        }
        rows.get(LETTER_ROWS).add(key(new Key("space", "\u2423", words.say("keys.space"), () -> typed.accept(" "))));
        for (List<JButton> row : rows) {
            int wide = COLUMNS / row.size();
            row.forEach(key -> add(
                    key,
                    key == row.get(row.size() - 1)
                            ? "wmin 0, hmin 0, span " + (COLUMNS - wide * (row.size() - 1)) + ", wrap"
                            : "wmin 0, hmin 0, span " + wide));
        }
        bindArrows();
    }

    private List<JButton> row(String characters) {
        List<JButton> row = new ArrayList<>();
        characters
                .codePoints()
                .mapToObj(Character::toString)
                .forEach(sign -> row.add(key(new Key(sign, sign, sign, () -> typed.accept(sign)))));
        return row;
    }

    private JButton key(Key as) {
        JButton key = Components.quietButton(kind + ".key." + as.name(), as.action());
        key.setText(as.label());
        key.setMargin(new Insets(0, 0, 0, 0));
        key.setFont(Theme.semibold(type));
        key.getAccessibleContext().setAccessibleName(as.spoken());
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
                WholeScreen.bindHere(key, "TAB", way::after);
                WholeScreen.bindHere(key, "shift TAB", way::before);
            }
        }
    }

    private static void focus(List<JButton> row, int column) {
        row.get(column % row.size()).requestFocusInWindow();
    }

    private void to(int row, int column) {
        if (row < 0) {
            way.before();
            return;
        }
        if (row >= rows.size()) {
            way.after();
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
