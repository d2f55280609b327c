package org.einlass.kiosk.screen.desk;

import java.util.Map;
import java.util.function.IntConsumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;
import org.einlass.kiosk.desk.DeskForm;
import org.einlass.kiosk.desk.DeskPerson;
import org.einlass.kiosk.screen.EventThread;

/**
 * A reason to be chosen by one key. The key goes into a field, for outside of fields every character is a
 * scanner's.
 */
final class ReasonForm extends FormPanel {
    private static final long serialVersionUID = 1L;

    private final JTextField field;
    private final transient IntConsumer choose;

    ReasonForm(DeskForm form, DeskLook look, DeskMessages messages, IntConsumer choose) {
        this.choose = choose;
        DeskParts parts = new DeskParts(look);
        setBackground(look.colour("field"));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(look.colour("edge")),
                BorderFactory.createEmptyBorder(look.px(28), look.px(32), look.px(24), look.px(32))));
        setLayout(new MigLayout("insets 0, gap " + look.px(12), "[grow, fill]"));
        DeskPerson about = form.about();
        JTextArea title = parts.text("form.title", DeskLook.Role.STRONG, true, "ink");
        title.setText(messages.say("form.title." + form.kind(), about == null ? "" : about.name()));
        add(title, "wmin 0, wrap");
        field = parts.field("form.reason", DeskLook.Role.STRONG);
        field.getAccessibleContext().setAccessibleName(messages.say("form.reason"));
        field.putClientProperty("JTextField.placeholderText", messages.say("form.reason"));
        field.getDocument().addDocumentListener(new OneKey());
        add(field, "wrap");
        int reasons = form.kind() == DeskForm.Kind.REPRINT ? 2 : 4;
        for (int number = 1; number <= reasons; number++) {
            int chosen = number;
            JButton reason = parts.button("form.reason." + number, () -> choose.accept(chosen));
            reason.setFont(look.semibold(DeskLook.Role.BODY));
            reason.setText(messages.say("reason." + form.kind() + "." + number));
            reason.setHorizontalAlignment(JButton.LEADING);
            add(reason, "hmin " + look.px(64) + ", wmin 0, wrap");
        }
        JTextArea hint = parts.text("form.hint", DeskLook.Role.BODY, false, "ink");
        hint.setText(messages.say("form.hint." + form.kind()));
        add(hint, "wmin 0");
    }

    @Override
    void submit() {
        field.requestFocusInWindow();
    }

    @Override
    void focus() {
        field.requestFocusInWindow();
    }

    @Override
    Map<String, String> values() {
        return Map.of();
    }

    @Override
    void restore(Map<String, String> values) {}

    private void typed() {
        String text = field.getText().strip();
        if (text.isEmpty()) {
            return;
        }
        EventThread.later(() -> field.setText(""));
        if (Character.isDigit(text.charAt(0))) {
            choose.accept(Character.digit(text.charAt(0), 10));
        }
    }

    private final class OneKey implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            typed();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {}

        @Override
        public void changedUpdate(DocumentEvent event) {}
    }
}
