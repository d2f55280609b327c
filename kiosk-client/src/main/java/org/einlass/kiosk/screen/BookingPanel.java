package org.einlass.kiosk.screen;

import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.time.Duration;
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
import org.einlass.contract.code.BookingNumber;
import org.jspecify.annotations.Nullable;

/**
 * Where a guest without a ticket types booking number and family name, on the screen or on a keyboard: digits go into the
 * one field and letters into the other, whichever has the focus. Nothing typed here is kept or copied. Event thread only.
 */
final class BookingPanel extends OverlayPanel {
    private static final long serialVersionUID = 1L;

    /** Before it closes by itself it says so, and stays for so long. */
    static final Duration WARNING = Duration.ofSeconds(20);

    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_NAME = 120;

    private final BookingDraft draft;
    private final Runnable typed;
    private final JTextArea sentence;
    private final JTextField number;
    private final JTextField name;
    private final JButton go;
    private final KeyGrid keys;
    private JTextField active;

    /**
     * A form with what was typed already.
     *
     * @param typed run when the guest has typed what may be a booking number, and a name
     */
    BookingPanel(
            ScreenMessages words,
            float scale,
            boolean large,
            SceneTimer timer,
            Runnable closed,
            BookingDraft draft,
            Runnable typed) {
        super(words, scale, large, timer, closed);
        this.draft = draft;
        this.typed = typed;
        sentence = text("booking.sentence", 34, false);
        number = field("booking.number", draft.number, LONGEST_NUMBER, BookingPanel::isOfNumber);
        name = field(
                "booking.name",
                draft.familyName,
                LONGEST_NAME,
                text -> text.codePoints().noneMatch(Character::isISOControl));
        active = number;
        go = Components.button("booking.go", this::submit);
        keys = new KeyGrid(words, px(10), type(36), new Typing());
        number.addActionListener(event -> name.requestFocusInWindow());
        name.addActionListener(event -> submit());
        fill(box(
                large ? 12 : 24,
                "insets " + px(large ? 20 : 32) + ", gap " + px(16),
                "[grow, fill]",
                "[][grow, fill][][" + px(372) + "!, fill][]"));
        say(words.say(draft.asking ? "booking.asking" : "booking.sentence"));
        go.setEnabled(!draft.asking);
        touched();
    }

    private static boolean isOfNumber(String text) {
        return text.codePoints().allMatch(sign -> (sign >= '0' && sign <= '9') || " .-".indexOf(sign) >= 0);
    }

    private void fill(JPanel box) {
        JTextArea title = text("panel.title", 44, true);
        title.setText(words().say("booking.title"));
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
        both.add(label("booking.number", number), "wmin 0");
        both.add(label("booking.name", name), "wmin 0, wrap");
        both.add(number, "wmin 0");
        both.add(name, "wmin 0");
        return both;
    }

    private JPanel buttons() {
        go.setText(words().say("booking.go"));
        go.setFont(Theme.semibold(type(40)));
        JButton close = quietButton("panel.close", words().say("panel.close"), this::close);
        close.getAccessibleContext().setAccessibleDescription(words().say("panel.close.explained"));
        JButton time = quietButton("booking.time", words().say("aid.time"), this::moreTime);
        time.getAccessibleContext().setAccessibleDescription(words().say("aid.time.explained"));
        JPanel row = new JPanel(new MigLayout(
                "insets 0, gap " + px(24), "[grow, fill, sg][grow, fill, sg][grow, fill, sg]", "[grow, fill]"));
        row.setOpaque(false);
        row.add(close, "wmin 0");
        row.add(time, "wmin 0");
        row.add(go, "wmin 0");
        return row;
    }

    private JLabel label(String key, JTextField of) {
        JLabel label = Components.label(key + ".label");
        label.setText(words().say(key));
        label.setFont(Theme.semibold(type(30)));
        label.setForeground(Theme.colour("ink"));
        label.setLabelFor(of);
        return label;
    }

    /**
     * Arrows left and right move within the text, Tab and the others lead on. No input method: it would take the dead
     * keys of a layout away from a scanner that types on them.
     */
    private JTextField field(String called, String text, int longest, Predicate<String> allowed) {
        JTextField field = new JTextField();
        ((AbstractDocument) field.getDocument()).setDocumentFilter(new Bounds(longest, allowed));
        field.setText(text);
        field.setName(called);
        field.setFont(Theme.regular(type(48)));
        field.setBackground(Theme.colour("paper"));
        field.setForeground(Theme.colour("ink"));
        field.setCaretColor(Theme.colour("ink"));
        mark(field, "control", 4);
        field.setTransferHandler(null);
        field.enableInputMethods(false);
        field.setFocusTraversalKeysEnabled(false);
        field.getAccessibleContext().setAccessibleName(words().say(called));
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
        if (field == number) {
            name.requestFocusInWindow();
        } else {
            keys.focusFirst();
        }
    }

    private void backFrom(JTextField field) {
        if (field == name) {
            number.requestFocusInWindow();
        } else {
            go.requestFocusInWindow();
        }
    }

    @Override
    void focusFirst() {
        active.requestFocusInWindow();
    }

    private void say(String says) {
        sentence.setText(says);
        sentence.getAccessibleContext().setAccessibleName(says);
    }

    /** What cannot be a booking number costs no question: a typing mistake is told at once. */
    private void submit() {
        touched();
        if (draft.asking) {
            return;
        }
        boolean right = BookingNumber.parse(draft.number).isPresent();
        if (!right || draft.familyName.isBlank()) {
            say(words().say("booking.check"));
            (right ? name : number).requestFocusInWindow();
            return;
        }
        draft.asking = true;
        go.setEnabled(false);
        say(words().say("booking.asking"));
        typed.run();
    }

    @Override
    void moreTime() {
        super.moreTime();
        if (!draft.asking) {
            say(words().say("booking.sentence"));
        }
    }

    @Override
    void expire() {
        say(words().say("booking.still"));
        endAfter(WARNING, this::close);
    }

    /** The keys on the screen: letters are the name's, and digits the number's. */
    private final class Typing implements KeyGrid.Keys {
        @Override
        public void type(String character) {
            boolean digit = Character.isDigit(character.codePointAt(0));
            JTextField meant = digit ? number : character.isBlank() ? active : name;
            active = meant;
            meant.setCaretPosition(meant.getText().length());
            meant.replaceSelection(character);
            touched();
        }

        @Override
        public void delete() {
            String text = active.getText();
            if (!text.isEmpty()) {
                active.setText(text.substring(0, text.offsetByCodePoints(text.length(), -1)));
            }
            touched();
        }

        @Override
        public void before() {
            name.requestFocusInWindow();
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
            draft.number = number.getText();
            draft.familyName = name.getText();
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
