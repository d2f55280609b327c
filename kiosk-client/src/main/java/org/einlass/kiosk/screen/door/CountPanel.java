package org.einlass.kiosk.screen.door;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.DocumentFilter;
import javax.swing.text.PlainDocument;
import net.miginfocom.swing.MigLayout;
import org.einlass.kiosk.screen.Components;
import org.einlass.kiosk.screen.Theme;
import org.jspecify.annotations.Nullable;

/** Where the helper enters how many people were counted: by digits, or by touch in steps. */
final class CountPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DIGITS = 7;

    private final JLabel title = Components.label("count.title");
    private final JTextField field = new JTextField(MOST_DIGITS);
    private final JButton take;
    private final JButton cancel;
    private final JButton[] steps;

    /**
     * @param counted is told the number
     * @param closed the helper wants to count no more
     */
    CountPanel(IntConsumer counted, Runnable closed) {
        take = Components.button("count.take", () -> take(counted));
        cancel = Components.button("count.cancel", closed);
        steps = new JButton[] {step(-10), step(-1), step(1), step(10)};
        setBackground(Theme.colour("door.waiting"));
        setName("count.panel");
        PlainDocument digits = new PlainDocument();
        digits.setDocumentFilter(new DigitsOnly());
        field.setDocument(digits);
        field.setName("count.field");
        field.setHorizontalAlignment(JTextField.CENTER);
        field.addActionListener(event -> take(counted));
        field.getInputMap().put(KeyStroke.getKeyStroke("ESCAPE"), "none");
    }

    private JButton step(int change) {
        return Components.button("count.step." + change, () -> set(Math.max(0, number().orElse(0) + change)));
    }

    private void take(IntConsumer counted) {
        number().ifPresent(counted);
    }

    private OptionalInt number() {
        String text = field.getText();
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    private void set(int people) {
        field.setText(String.valueOf(people));
    }

    /** Begins with the number that is known; what was typed before is gone. */
    void open(@Nullable Integer people) {
        field.setText(people == null ? "" : people.toString());
        field.selectAll();
        field.requestFocusInWindow();
    }

    void speak(Locale language) {
        title.setText(DoorMessages.say("count.title").in(language));
        title.getAccessibleContext().setAccessibleName(title.getText());
        field.getAccessibleContext()
                .setAccessibleName(DoorMessages.say("count.field").in(language));
        take.setText(DoorMessages.say("count.take").in(language));
        cancel.setText(DoorMessages.say("count.cancel").in(language));
        String[] words = {"−10", "−1", "+1", "+10"};
        for (int i = 0; i < steps.length; i++) {
            steps[i].setText(words[i]);
        }
        getAccessibleContext().setAccessibleName(title.getText());
    }

    void arrange(int height, int width) {
        float unit = Math.min(height, width * 0.6f);
        int gap = Math.round(unit * 0.02f);
        removeAll();
        setLayout(new MigLayout(
                "fill, insets " + 2 * gap + ", gap " + gap, "[25%!, fill][25%!, fill][25%!, fill][grow, fill]"));
        title.setFont(Theme.semibold(unit * 0.06f));
        field.setFont(Theme.semibold(unit * 0.12f));
        Stream.concat(Stream.of(take, cancel), Stream.of(steps))
                .forEach(button -> button.setFont(Theme.semibold(unit * 0.042f)));
        add(title, "span 4, wrap");
        add(field, "span 4, grow, wrap");
        add(steps[0], "grow");
        add(steps[1], "grow");
        add(steps[2], "grow");
        add(steps[3], "grow, wrap");
        add(take, "span 2, grow");
        add(cancel, "span 2, grow");
    }

    /** Nothing but some digits gets into the field, whoever types or pastes. */
    private static final class DigitsOnly extends DocumentFilter {
        @Override
        public void replace(
                FilterBypass bypass, int offset, int length, @Nullable String text, @Nullable AttributeSet set)
                throws BadLocationException {
            String digits = text == null ? "" : text;
            int after = bypass.getDocument().getLength() - length + digits.length();
            if (digits.matches("[0-9]*") && after <= MOST_DIGITS) {
                super.replace(bypass, offset, length, digits, set);
            }
        }

        @Override
        public void insertString(FilterBypass bypass, int offset, @Nullable String text, @Nullable AttributeSet set)
                throws BadLocationException {
            replace(bypass, offset, 0, text, set);
        }
    }
}
