package org.einlass.kiosk.screen.desk;

import java.awt.Color;
import java.awt.Container;
import java.awt.Font;
import java.awt.Insets;
import java.awt.Point;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.InputMap;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPasswordField;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JToolTip;
import javax.swing.KeyStroke;
import javax.swing.ToolTipManager;
import javax.swing.border.Border;
import javax.swing.text.JTextComponent;
import org.einlass.kiosk.screen.WholeScreen;
import org.jspecify.annotations.Nullable;

/** Makes the parts of the desk's window: none reads markup, and the focus is always seen. */
record DeskParts(DeskLook look) {
    private static final String NO_MARKUP = "html.disable";
    private static final String STYLE = "FlatLaf.style";
    private static final String FULL = "einlass.font";

    /** Letters of a title that take some lines in large type. */
    private static final int LONG = 100;

    private static final int VERY_LONG = 200;

    JLabel label(String name, DeskLook.Role role, boolean strong, String colour) {
        JLabel label = new WholeLabel();
        ToolTipManager.sharedInstance().registerComponent(label);
        label.putClientProperty(NO_MARKUP, true);
        label.setName(name);
        label.setFont(strong ? look.semibold(role) : look.regular(role));
        label.setForeground(look.colour(colour));
        return label;
    }

    /** A text that takes as many lines as it needs. */
    JTextArea text(String name, DeskLook.Role role, boolean strong, String colour) {
        return dressed(new JTextArea(), name, role, strong, colour);
    }

    private JTextArea dressed(JTextArea text, String name, DeskLook.Role role, boolean strong, String colour) {
        text.setName(name);
        text.setEditable(false);
        text.setFocusable(false);
        text.setOpaque(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setBorder(BorderFactory.createEmptyBorder());
        dress(text, strong ? look.semibold(role) : look.regular(role));
        text.setForeground(look.colour(colour));
        text.setDisabledTextColor(look.colour(colour));
        return text;
    }

    /** The text above a form, smaller where a name or organisation in it is very long, so that the form has room. */
    JTextArea title(String words) {
        JTextArea title = text("form.title", DeskLook.Role.STRONG, true, "ink");
        setTitle(title, words);
        return title;
    }

    void setTitle(JTextArea title, String words) {
        int letters = words.length();
        if (!title.getText().equals(words)) {
            dress(
                    title,
                    look.semibold(
                            letters > VERY_LONG
                                    ? DeskLook.Role.SMALL
                                    : letters > LONG ? DeskLook.Role.BODY : DeskLook.Role.STRONG));
            title.setText(words);
        }
    }

    private static void dress(JTextArea text, Font font) {
        text.putClientProperty(FULL, font);
        text.setFont(font);
    }

    /** The font of a text where there is room for it. */
    static Font fullFont(JComponent part) {
        return part.getClientProperty(FULL) instanceof Font font ? font : part.getFont();
    }

    JTextField field(String name, DeskLook.Role role) {
        return dressed(new JTextField(), name, role);
    }

    JPasswordField secret(String name, DeskLook.Role role) {
        return dressed(new JPasswordField(), name, role);
    }

    private <F extends JTextComponent> F dressed(F field, String name, DeskLook.Role role) {
        field.setName(name);
        field.putClientProperty("JTextField.selectAllOnFocusPolicy", "never");
        field.putClientProperty(STYLE, Map.of("placeholderForeground", look.colour("hint")));
        field.setFont(look.regular(role));
        field.setForeground(look.colour("ink"));
        field.setBackground(look.colour("field"));
        field.setCaretColor(look.colour("ink"));
        field.setSelectionColor(look.colour("strong"));
        field.setSelectedTextColor(look.colour("strong.on"));
        markFocus(field, 8);
        return field;
    }

    /** A key with its word; by hand it is pressed, by keys too. */
    JButton button(String name, Runnable action) {
        JButton button = new FittingButton();
        button.putClientProperty(NO_MARKUP, true);
        button.setName(name);
        button.setContentAreaFilled(false);
        button.setFocusPainted(false);
        button.setRequestFocusEnabled(false);
        button.setMargin(new Insets(0, 0, 0, 0));
        button.setFont(look.semibold(DeskLook.Role.SMALL));
        button.setForeground(look.colour("ink"));
        button.setBackground(look.colour("key"));
        button.addActionListener(event -> action.run());
        InputMap keys = button.getInputMap();
        keys.put(KeyStroke.getKeyStroke("ENTER"), "pressed");
        keys.put(KeyStroke.getKeyStroke("released ENTER"), "released");
        markFocus(button, 5);
        return button;
    }

    /** A button that is as low as it can be, where many stand below each other. */
    JButton lowButton(String name, Runnable action) {
        JButton button = button(name, action);
        markFocus(button, 0);
        return button;
    }

    /** A button that stands out among the others. */
    JButton strongButton(String name, Runnable action) {
        JButton button = button(name, action);
        button.setForeground(look.colour("strong.on"));
        button.setBackground(look.colour("strong"));
        // the colour of the focus lies too close to that of the button
        markFocus(
                button,
                border(look.colour("edge"), 1, 8),
                BorderFactory.createCompoundBorder(
                        BorderFactory.createLineBorder(look.colour("focus"), 2),
                        border(look.colour("strong.on"), 3, 4)));
        return button;
    }

    /** One of several, chosen by the arrow keys. */
    <T> JComboBox<T> choice(String name, T[] values) {
        JComboBox<T> choice = new WholeChoice<>(values);
        DefaultListCellRenderer words = new DefaultListCellRenderer();
        words.putClientProperty(NO_MARKUP, true);
        choice.setRenderer(words);
        choice.setName(name);
        ToolTipManager.sharedInstance().registerComponent(choice);
        choice.putClientProperty(
                STYLE,
                Map.of(
                        "buttonBackground", look.colour("field"),
                        "buttonArrowColor", look.colour("ink"),
                        "popupBackground", look.colour("field")));
        choice.setFont(look.regular(DeskLook.Role.BODY));
        choice.setForeground(look.colour("ink"));
        choice.setBackground(look.colour("field"));
        choice.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke("ENTER"), "none");
        markFocus(choice, 2);
        return choice;
    }

    /** What is chosen or not, by the space bar. */
    JCheckBox check(String name, String text) {
        JTextArea words = dressed(new UntouchableText(), "words." + name, DeskLook.Role.BODY, false, "ink");
        words.setText(text);
        JCheckBox check = new WrappingCheck(words, look.px(10));
        check.putClientProperty(NO_MARKUP, true);
        check.setName(name);
        check.setOpaque(false);
        check.setBorderPainted(true);
        check.setFont(look.regular(DeskLook.Role.BODY));
        check.setForeground(look.colour("ink"));
        markFocus(check, 2);
        return check;
    }

    /** A text that ends in dots where it is too long; then the mouse over it says it in full. */
    private static final class WholeLabel extends JLabel {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable String getToolTipText(@Nullable MouseEvent event) {
            return getWidth() < getPreferredSize().width ? getText() : null;
        }

        @Override
        public JToolTip createToolTip() {
            return tip(this);
        }
    }

    /** Where the title that is chosen is too long, the mouse over it says it in full. */
    private static final class WholeChoice<T> extends JComboBox<T> {
        private static final long serialVersionUID = 1L;

        WholeChoice(T[] values) {
            super(values);
        }

        @Override
        public @Nullable String getToolTipText(@Nullable MouseEvent event) {
            Object chosen = getSelectedItem();
            return chosen != null && getWidth() < getPreferredSize().width ? chosen.toString() : null;
        }

        @Override
        public JToolTip createToolTip() {
            return tip(this);
        }
    }

    /** A text that leaves the mouse to what it stands on. */
    private static final class UntouchableText extends JTextArea {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean contains(int x, int y) {
            return false;
        }
    }

    /** A tip that reads no markup. */
    static JToolTip tip(JComponent of) {
        JToolTip tip = new JToolTip();
        tip.putClientProperty(NO_MARKUP, true);
        tip.setComponent(of);
        return tip;
    }

    /** Whether a label in here is narrower than its text. */
    static boolean isCut(Container parent) {
        return Arrays.stream(parent.getComponents())
                .anyMatch(part -> part instanceof JLabel label
                        && label.isVisible()
                        && label.getWidth() < label.getPreferredSize().width);
    }

    /** Scrolls downwards only, by hand; the keyboard stops at what scrolls. */
    JScrollPane dressed(JScrollPane scroll) {
        JScrollBar bar = scroll.getVerticalScrollBar();
        bar.setFocusable(false);
        bar.putClientProperty(
                STYLE,
                Map.of(
                        "track", look.colour("field"),
                        "thumb", look.colour("edge"),
                        "hoverTrackColor", look.colour("field"),
                        "hoverThumbColor", look.colour("ink")));
        scroll.setFocusable(false);
        return scroll;
    }

    private void markFocus(JComponent part, int inset) {
        Border plain = border(look.colour("edge"), 1, inset + 3);
        markFocus(part, plain, border(look.colour("focus"), 4, inset));
    }

    private static void markFocus(JComponent part, Border plain, Border focused) {
        for (FocusListener before : part.getFocusListeners()) {
            if (before instanceof FocusMark) {
                part.removeFocusListener(before);
            }
        }
        part.setBorder(plain);
        part.addFocusListener(new FocusMark(part, plain, focused));
    }

    /** Says by the border which part has the focus. */
    private record FocusMark(JComponent part, Border plain, Border focused) implements FocusListener {
        @Override
        public void focusGained(FocusEvent event) {
            part.setBorder(focused);
        }

        @Override
        public void focusLost(FocusEvent event) {
            part.setBorder(plain);
        }
    }

    private Border border(Color colour, int line, int inset) {
        int pad = look.px(inset);
        return BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(colour, line),
                BorderFactory.createEmptyBorder(pad, 2 * pad, pad, 2 * pad));
    }

    /** Whenever {@code key} is pressed within the window, unless the focused part takes it for itself. */
    static void bind(JComponent part, String key, Runnable action) {
        part.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(key), key);
        WholeScreen.bind(part, key, action);
    }

    /** What stands in the row at this point; empty beside all rows. */
    static <T> Optional<T> touched(JList<T> list, Point point) {
        int row = list.locationToIndex(point);
        return row >= 0 && list.getCellBounds(row, row).contains(point)
                ? Optional.of(list.getModel().getElementAt(row))
                : Optional.empty();
    }
}
