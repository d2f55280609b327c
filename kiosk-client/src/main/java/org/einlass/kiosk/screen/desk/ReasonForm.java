package org.einlass.kiosk.screen.desk;

import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.Map;
import java.util.function.IntConsumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskForm;

/** A reason to be chosen by one key. */
final class ReasonForm extends FormPanel {
    private static final long serialVersionUID = 1L;

    /** More reasons than these stand closer together; what does not fit scrolls, and its key works all the same. */
    private static final int MOST_TALL = 5;

    private final JTextField field;

    ReasonForm(DeskForm form, DeskLook look, DeskMessages messages, IntConsumer choose) {
        DeskParts parts = new DeskParts(look);
        setBackground(look.colour("field"));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(look.colour("edge")),
                BorderFactory.createEmptyBorder(look.px(28), look.px(32), look.px(24), look.px(32))));
        boolean many = form.reasons() > MOST_TALL;
        setLayout(new MigLayout("insets 0, gap " + look.px(12), "[grow, fill]"));
        JPanel reasons = new JPanel(new MigLayout("insets 0, gap " + look.px(many ? 6 : 12), "[grow, fill]"));
        reasons.setBackground(look.colour("field"));
        DeskPerson about = form.about();
        JTextArea title = parts.text("form.title", DeskLook.Role.STRONG, true, "ink");
        title.setText(messages.say("form.title." + form.kind(), about == null ? "" : about.name()));
        add(title, "wmin 0, wrap");
        field = OneDigit.field(parts, "form.reason", messages.say(prompt(form.kind())), choose);
        add(field, "wrap");
        for (int number = 1; number <= form.reasons(); number++) {
            int chosen = number;
            JButton reason = parts.button("form.reason." + number, () -> choose.accept(chosen));
            reason.setFont(look.semibold(DeskLook.Role.BODY));
            reason.setText(messages.say("reason." + form.kind() + "." + number));
            reason.setHorizontalAlignment(JButton.LEADING);
            reason.addFocusListener(new FocusAdapter() {
                @Override
                public void focusGained(FocusEvent event) {
                    reasons.scrollRectToVisible(reason.getBounds());
                }
            });
            reasons.add(reason, "hmin " + look.px(many ? 40 : 64) + ", w 0:10:, growx, wrap");
        }
        if (form.reasons() > 0) {
            add(FormPanel.scrolled(reasons, look), "hmin 0, wmin 0, wrap");
        }
        JTextArea hint = parts.text("form.hint", DeskLook.Role.BODY, false, "ink");
        hint.setText(messages.say("form.hint." + form.kind()));
        add(hint, "wmin 0");
    }

    private static String prompt(DeskForm.Kind kind) {
        return switch (kind) {
            case SPARE -> "form.scan";
            case DOCUMENT, MORE_DOCUMENTS, SUPPLY -> "form.number";
            default -> "form.reason";
        };
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
}
