package org.einlass.kiosk.screen.desk;

import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;
import org.einlass.contract.Wording;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskForm;
import org.einlass.kiosk.screen.EventThread;

/** A question of the organiser's own: one digit chooses an answer, other words are typed and sent by Enter. */
final class AnswerForm extends FormPanel {
    private static final long serialVersionUID = 1L;
    private static final String ANSWER = "form.answer";

    private final transient IntConsumer choose;
    private final transient Consumer<String> answer;
    private final ScrolledRows rows;
    private final int choices;
    private final JTextField field;

    /**
     * Makes the form of a question.
     *
     * @param choose is told the number of a choice, from 1; 0 for later
     * @param answer is told other words
     */
    AnswerForm(
            DeskForm form,
            OrganiserQuestion question,
            DeskLook look,
            DeskMessages messages,
            Runnable touched,
            IntConsumer choose,
            Consumer<String> answer) {
        this.choose = choose;
        this.answer = answer;
        rows = new ScrolledRows(look.px(40));
        DeskParts parts = new DeskParts(look);
        setBackground(look.colour("field"));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(look.colour("edge")),
                BorderFactory.createEmptyBorder(look.px(28), look.px(32), look.px(24), look.px(32))));
        setLayout(new MigLayout("insets 0, gap " + look.px(12), "[grow, fill]"));
        rows.setLayout(new MigLayout("insets 0, gap " + look.px(8), "[grow, fill]"));
        rows.setBackground(look.colour("field"));
        JTextArea title = parts.title(messages.say("form.title.QUESTION", messages.say(question.text())));
        add(title, "wmin 0, wrap");
        field = parts.field(ANSWER, DeskLook.Role.STRONG);
        field.getAccessibleContext().setAccessibleName(title.getText());
        field.getAccessibleContext().setAccessibleDescription(messages.say(ANSWER));
        field.putClientProperty("JTextField.placeholderText", messages.say(ANSWER));
        field.addCaretListener(event -> touched.run());
        add(field, "wmin 0, wrap");
        List<Wording> offered = question.choices();
        choices = offered.size();
        for (int number = 1; number <= choices; number++) {
            button(parts, look, number, number + "  " + messages.say(offered.get(number - 1)));
        }
        button(parts, look, 0, messages.say("form.answer.later"));
        add(new FittingScroll(rows, look), "pushy, growy, hmin 0, wmin 0");
        JTextArea hint = parts.text("form.hint", DeskLook.Role.BODY, false, "ink");
        DeskPerson about = form.about();
        hint.setText(messages.say("form.hint.QUESTION", about == null ? "" : about.name()));
        rows.add(hint, "gaptop " + look.px(8) + ", wmin 0");
        field.getDocument().addDocumentListener(new OneKey());
    }

    private void button(DeskParts parts, DeskLook look, int number, String text) {
        JButton button = parts.lowButton("form.answer." + number, () -> choose.accept(number));
        button.setFont(look.semibold(DeskLook.Role.BODY));
        button.setText(text);
        button.setHorizontalAlignment(JButton.LEADING);
        button.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                rows.scrollRectToVisible(button.getBounds());
            }
        });
        rows.add(button, "hmin " + look.px(52) + ", w 0:10:, growx, wrap");
    }

    @Override
    void submit() {
        answer.accept(field.getText());
    }

    @Override
    void focus() {
        field.requestFocusInWindow();
    }

    @Override
    Map<String, String> values() {
        return Map.of(ANSWER, field.getText());
    }

    @Override
    void restore(Map<String, String> values) {
        field.setText(values.getOrDefault(ANSWER, ""));
    }

    /** A digit of a choice that stands alone chooses at once; a digit within words is one of them. */
    private final class OneKey implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            String text = field.getText();
            int digit = text.length() == 1 ? Character.digit(text.charAt(0), 10) : -1;
            if (digit >= 0 && digit <= choices) {
                EventThread.later(() -> field.setText(""));
                choose.accept(digit);
            }
        }

        @Override
        public void removeUpdate(DocumentEvent event) {}

        @Override
        public void changedUpdate(DocumentEvent event) {}
    }
}
