package org.einlass.kiosk.screen;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.AbstractDocument;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.DocumentFilter;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * Two fields over a scene in which a guest types, on the screen or on a keyboard; an arrow or Tab leads from one to the
 * other, to the keys and to what sends it. Nothing typed here is kept or copied. Event thread only.
 */
abstract class GuestFormPanel extends OverlayPanel {
    private static final long serialVersionUID = 1L;

    /** Before it closes by itself it says so, and stays for so long. */
    static final Duration WARNING = Duration.ofSeconds(20);

    private final String kind;
    private final JTextArea sentence;
    private final JTextField first;
    private final JTextField second;
    private final JButton go;
    private final KeyGrid keys;
    private JTextField active;

    /** A field as it is when the form opens. */
    record Field(String name, String text, int longest, Predicate<String> allowed) {}

    /**
     * A form that says nothing yet.
     *
     * @param kind how the names of its parts and of its words begin
     */
    GuestFormPanel(
            String kind,
            ScreenMessages words,
            float scale,
            boolean large,
            SceneTimer timer,
            Runnable closed,
            Field first,
            Field second) {
        super(words, scale, large, timer, closed);
        this.kind = kind;
        this.sentence = text(kind + ".sentence", 34, false);
        this.first = field(first);
        this.second = field(second);
        this.active = this.first;
        this.go = Components.button(kind + ".go", this::submit);
        this.keys = new KeyGrid(words, px(10), type(36), kind, new Arrows(), this::type);
        this.first.addActionListener(event -> this.second.requestFocusInWindow());
        this.second.addActionListener(event -> submit());
    }

    /** Lays out the form with these keys above the letters, and waits for the guest. */
    final void open(List<KeyGrid.Key> above) {
        keys.fill(above);
        fill(box(
                isLarge() ? 12 : 24,
                "insets " + px(isLarge() ? 20 : 32) + ", gap " + px(16),
                "[grow, fill]",
                "[][grow, fill][][" + px(372) + "!, fill][]"));
        touched();
    }

    /** A letter, or what stands between letters, was touched on the screen. */
    abstract void type(String character);

    /** The guest has typed all. */
    abstract void submit();

    /** What stands in the fields has changed. */
    abstract void changed();

    /** The sentence of a form that waits for its guest. */
    abstract String usual();

    final JTextField first() {
        return first;
    }

    final JTextField second() {
        return second;
    }

    /** The field that keys on the screen write into. */
    final JTextField active() {
        return active;
    }

    final void use(JTextField field) {
        active = field;
    }

    final void maySend(boolean may) {
        go.setEnabled(may);
    }

    /** Takes the character before the caret away. */
    final void delete() {
        String text = active.getText();
        int caret = active.getCaretPosition();
        if (caret > 0) {
            int from = text.offsetByCodePoints(caret, -1);
            active.select(from, caret);
            active.replaceSelection("");
        }
        touched();
    }

    private void fill(JPanel box) {
        JTextArea title = text("panel.title", 44, true);
        title.setText(words().say(kind + ".title"));
        getAccessibleContext().setAccessibleName(title.getText());
        box.add(title, "wmin 0, wrap");
        box.add(sentence, "wmin 0, hmin 0, wrap");
        box.add(fields(), "wmin 0, wrap");
        box.add(keys, "wmin 0, hmin 0, wrap");
        box.add(buttons(), "wmin 0, h " + px(104) + "!");
    }

    private JPanel fields() {
        JPanel both = new JPanel(new MigLayout(
                "insets 0, gap " + px(24) + " " + px(4), "[40%!, fill][grow, fill]", "[][" + px(92) + "!, fill]"));
        both.setOpaque(false);
        both.add(label(first), "wmin 0");
        both.add(label(second), "wmin 0, wrap");
        both.add(first, "wmin 0");
        both.add(second, "wmin 0");
        return both;
    }

    private JPanel buttons() {
        go.setText(words().say(kind + ".go"));
        go.setFont(Theme.semibold(type(40)));
        JButton close = quietButton("panel.close", words().say("panel.close"), this::close);
        close.getAccessibleContext().setAccessibleDescription(words().say("panel.close.explained"));
        JButton time = quietButton(kind + ".time", words().say("aid.time"), this::moreTime);
        time.getAccessibleContext().setAccessibleDescription(words().say("aid.time.explained"));
        JPanel row = new JPanel(new MigLayout(
                "insets 0, gap " + px(24), "[grow, fill, sg][grow, fill, sg][grow, fill, sg]", "[grow, fill]"));
        row.setOpaque(false);
        row.add(close, "wmin 0");
        row.add(time, "wmin 0");
        row.add(go, "wmin 0");
        return row;
    }

    private JLabel label(JTextField of) {
        JLabel label = Components.label(of.getName() + ".label");
        label.setText(words().say(of.getName()));
        label.setFont(Theme.semibold(type(30)));
        label.setForeground(Theme.colour("ink"));
        label.setLabelFor(of);
        return label;
    }

    /**
     * Arrows left and right move within the text, Tab and the others lead on. No input method: it would take the dead
     * keys of a layout away from a scanner that types on them.
     */
    private JTextField field(Field as) {
        JTextField field = new JTextField();
        ((AbstractDocument) field.getDocument()).setDocumentFilter(new Bounds(as.longest(), as.allowed()));
        field.setText(as.text());
        field.setName(as.name());
        field.setFont(Theme.regular(type(48)));
        field.setBackground(Theme.colour("paper"));
        field.setForeground(Theme.colour("ink"));
        field.setCaretColor(Theme.colour("ink"));
        mark(field, "control", 4);
        field.putClientProperty(
                FlatClientProperties.SELECT_ALL_ON_FOCUS_POLICY, FlatClientProperties.SELECT_ALL_ON_FOCUS_POLICY_NEVER);
        field.setTransferHandler(null);
        field.enableInputMethods(false);
        field.setFocusTraversalKeysEnabled(false);
        field.getAccessibleContext().setAccessibleName(words().say(as.name()));
        WholeScreen.bindHere(field, "TAB", () -> onFrom(field));
        WholeScreen.bindHere(field, "DOWN", () -> onFrom(field));
        WholeScreen.bindHere(field, "shift TAB", () -> backFrom(field));
        WholeScreen.bindHere(field, "UP", () -> backFrom(field));
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                active = field;
                mark(field, "focus", 8);
            }

            @Override
            public void focusLost(FocusEvent event) {
                mark(field, "control", 4);
            }
        });
        field.getDocument().addDocumentListener(new Changes());
        return field;
    }

    /** The text stays where it is, however strong the line around it. */
    private void mark(JTextField field, String colour, int strong) {
        field.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(Theme.colour(colour), Math.max(1, px(strong))),
                BorderFactory.createEmptyBorder(0, px(20 - strong), 0, px(20 - strong))));
    }

    private void onFrom(JTextField field) {
        if (field == first) {
            second.requestFocusInWindow();
        } else {
            keys.focusFirst();
        }
    }

    private void backFrom(JTextField field) {
        if (field == second) {
            first.requestFocusInWindow();
        } else {
            go.requestFocusInWindow();
        }
    }

    @Override
    void focusFirst() {
        active.requestFocusInWindow();
    }

    final void say(String says) {
        sentence.setText(says);
        sentence.getAccessibleContext().setAccessibleName(says);
    }

    @Override
    void moreTime() {
        super.moreTime();
        say(usual());
    }

    @Override
    void expire() {
        say(words().say("form.still"));
        endAfter(WARNING, this::close);
    }

    /** Where arrows lead from the keys on the screen. */
    private final class Arrows implements KeyGrid.Way {
        @Override
        public void before() {
            second.requestFocusInWindow();
        }

        @Override
        public void after() {
            go.requestFocusInWindow();
        }
    }

    /** Keeps what stands in the fields, and that somebody is there. */
    private final class Changes implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            keep();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            keep();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            keep();
        }

        private void keep() {
            changed();
            touched();
        }
    }

    /** Takes what is allowed, up to a length; anything else is not typed at all. */
    private static final class Bounds extends DocumentFilter {
        private final int longest;
        private final Predicate<String> allowed;

        private Bounds(int longest, Predicate<String> allowed) {
            this.longest = longest;
            this.allowed = allowed;
        }

        @Override
        public void insertString(FilterBypass to, int at, String text, @Nullable AttributeSet how)
                throws BadLocationException {
            replace(to, at, 0, text, how);
        }

        @Override
        public void replace(FilterBypass to, int at, int instead, @Nullable String text, @Nullable AttributeSet how)
                throws BadLocationException {
            String added = text == null ? "" : text;
            boolean fits = to.getDocument().getLength() - instead + added.length() <= longest;
            if (fits && allowed.test(added)) {
                to.replace(at, instead, added, how);
            }
        }
    }
}
