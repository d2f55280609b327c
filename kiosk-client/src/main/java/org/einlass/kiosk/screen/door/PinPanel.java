package org.einlass.kiosk.screen.door;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;
import org.einlass.kiosk.screen.Components;
import org.einlass.kiosk.screen.EventThread;
import org.einlass.kiosk.screen.Theme;

/** Where a helper whose badge was read enters the PIN: by digits or by touch; the last digit ends it. */
final class PinPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int DIGITS = 4;

    private final JLabel title = Components.label("pin.title");
    private final JPasswordField field = new JPasswordField(DIGITS);
    private final List<JButton> digits;
    private final JButton cancel;
    private final transient Consumer<String> typed;
    private boolean wrong;
    private Locale language = Locale.GERMAN;

    /**
     * @param typed is told the PIN
     * @param closed the helper wants to sign in no more
     */
    PinPanel(Consumer<String> typed, Runnable closed) {
        this.typed = typed;
        cancel = Components.button("pin.cancel", closed);
        digits = IntStream.range(0, 10)
                .mapToObj(digit -> Components.button("pin.digit." + digit, () -> add(digit)))
                .toList();
        setBackground(Theme.colour("door.waiting"));
        setName("pin.panel");
        field.setName("pin.field");
        field.setHorizontalAlignment(JPasswordField.CENTER);
        field.getInputMap().put(KeyStroke.getKeyStroke("ESCAPE"), "none");
        field.getDocument().addDocumentListener(new WholePin());
    }

    private void add(int digit) {
        field.replaceSelection(String.valueOf(digit));
        field.requestFocusInWindow();
    }

    /**
     * Begins anew.
     *
     * @param again whether the PIN before was wrong
     */
    void open(boolean again) {
        wrong = again;
        field.setText("");
        speak(language);
        field.requestFocusInWindow();
    }

    void speak(Locale spoken) {
        language = spoken;
        title.setText(DoorMessages.say(wrong ? "pin.wrong" : "pin.title").in(spoken));
        title.getAccessibleContext().setAccessibleName(title.getText());
        getAccessibleContext().setAccessibleName(title.getText());
        field.getAccessibleContext()
                .setAccessibleName(DoorMessages.say("pin.field").in(spoken));
        cancel.setText(DoorMessages.say("count.cancel").in(spoken));
        IntStream.range(0, digits.size()).forEach(digit -> digits.get(digit).setText(String.valueOf(digit)));
    }

    void arrange(int height, int width) {
        float unit = Math.min(height, width * 0.6f);
        int gap = Math.round(unit * 0.015f);
        removeAll();
        setLayout(new MigLayout(
                "fill, insets " + 2 * gap + ", gap " + gap, "[grow, fill]", "[pref!][pref!][grow, fill][pref!]"));
        title.setFont(Theme.semibold(unit * 0.05f));
        field.setFont(Theme.semibold(unit * 0.1f));
        cancel.setFont(Theme.semibold(unit * 0.042f));
        JPanel pad =
                new JPanel(new MigLayout("fill, insets 0, gap " + gap, "[0:0:, grow, fill]".repeat(5), "[grow, fill]"));
        pad.setOpaque(false);
        for (int digit = 1; digit <= 10; digit++) {
            JButton button = digits.get(digit % 10);
            button.setFont(Theme.semibold(unit * 0.06f));
            pad.add(button, digit == 5 ? "grow, wmin 0, wrap" : "grow, wmin 0");
        }
        add(title, "wmin 0, wrap");
        add(field, "wrap");
        add(pad, "grow, wmin 0, wrap");
        add(cancel, "h " + Math.round(unit * 0.1f) + "!");
    }

    /** A PIN is whole with its last digit: no key more is needed. */
    private final class WholePin implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            if (field.getPassword().length >= DIGITS) {
                EventThread.later(this::tell);
            }
        }

        private void tell() {
            char[] secret = field.getPassword();
            if (secret.length >= DIGITS) {
                field.setText("");
                typed.accept(new String(secret));
            }
            Arrays.fill(secret, ' ');
        }

        @Override
        public void removeUpdate(DocumentEvent event) {}

        @Override
        public void changedUpdate(DocumentEvent event) {}
    }
}
