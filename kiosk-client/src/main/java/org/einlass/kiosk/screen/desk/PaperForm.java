package org.einlass.kiosk.screen.desk;

import java.util.Map;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskForm;

/** When somebody came in, as a ticked list says: one field, and Enter. */
final class PaperForm extends FormPanel {
    private static final long serialVersionUID = 1L;
    private static final String TIME = "form.time";

    private final transient Consumer<String> submit;
    private final JTextField time;

    PaperForm(DeskForm form, DeskLook look, DeskMessages messages, Runnable touched, Consumer<String> submit) {
        this.submit = submit;
        DeskParts parts = new DeskParts(look);
        setBackground(look.colour("field"));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(look.colour("edge")),
                BorderFactory.createEmptyBorder(look.px(20), look.px(28), look.px(20), look.px(28))));
        setLayout(new MigLayout("insets 0, gap " + look.px(14) + " " + look.px(12), "[pref!][grow, fill]"));
        DeskPerson about = form.about();
        JTextArea title = parts.title(messages.say("form.title.PAPER", about == null ? "" : about.name()));
        add(title, "span 2, grow, wmin 0, wrap");
        time = parts.field(TIME, DeskLook.Role.STRONG);
        time.setText(form.time());
        time.addCaretListener(event -> touched.run());
        JLabel label = parts.label(TIME + ".label", DeskLook.Role.BODY, false, "ink");
        label.setText(messages.say(TIME));
        label.setLabelFor(time);
        time.getAccessibleContext().setAccessibleName(label.getText());
        add(label);
        add(time, "wmin 0, wrap");
        JTextArea hint = parts.text("form.hint", DeskLook.Role.BODY, false, "ink");
        hint.setText(messages.say("form.hint.PAPER"));
        add(hint, "span 2, grow, wmin 0, wrap");
        JButton done = parts.strongButton("form.submit", this::submit);
        done.setText(messages.say("form.PAPER"));
        done.setFont(look.semibold(DeskLook.Role.BODY));
        done.getAccessibleContext().setAccessibleDescription(title.getText());
        add(done, "dock south, hmin " + look.px(64));
    }

    @Override
    void submit() {
        submit.accept(time.getText());
    }

    @Override
    void focus() {
        time.requestFocusInWindow();
        time.selectAll();
    }

    @Override
    Map<String, String> values() {
        return Map.of(TIME, time.getText());
    }

    @Override
    void restore(Map<String, String> values) {
        time.setText(values.getOrDefault(TIME, time.getText()));
    }
}
