package org.einlass.kiosk.screen.desk;

import java.util.function.IntConsumer;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.einlass.kiosk.screen.EventThread;

/**
 * Takes a number by one key, and is empty again at once. The key goes into a field, for outside of fields every
 * character is a scanner's.
 */
final class OneDigit implements DocumentListener {
    private final JTextField field;
    private final IntConsumer choose;

    private OneDigit(JTextField field, IntConsumer choose) {
        this.field = field;
        this.choose = choose;
    }

    /**
     * A field for one digit.
     *
     * @param words what a voice says of it, and what stands in it
     * @param choose is told the digit; on the event thread
     */
    static JTextField field(DeskParts parts, String name, String words, IntConsumer choose) {
        JTextField field = parts.field(name, DeskLook.Role.STRONG);
        field.getAccessibleContext().setAccessibleName(words);
        field.putClientProperty("JTextField.placeholderText", words);
        field.getDocument().addDocumentListener(new OneDigit(field, choose));
        return field;
    }

    @Override
    public void insertUpdate(DocumentEvent event) {
        String text = field.getText().strip();
        if (text.isEmpty()) {
            return;
        }
        EventThread.later(() -> field.setText(""));
        if (Character.isDigit(text.charAt(0))) {
            choose.accept(Character.digit(text.charAt(0), 10));
        }
    }

    @Override
    public void removeUpdate(DocumentEvent event) {}

    @Override
    public void changedUpdate(DocumentEvent event) {}
}
