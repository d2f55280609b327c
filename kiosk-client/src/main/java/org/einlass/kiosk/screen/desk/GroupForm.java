package org.einlass.kiosk.screen.desk;

import java.awt.Component;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.einlass.contract.id.RegistrationId;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskForm;

/** Who of a delegation is there: all are ticked, the space bar takes one out, Enter checks in the others. */
final class GroupForm extends FormPanel {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<Set<RegistrationId>> submit;
    private final Map<RegistrationId, JCheckBox> members = new LinkedHashMap<>();
    private final JButton done;

    GroupForm(
            DeskForm form,
            DeskLook look,
            DeskMessages messages,
            PersonWords words,
            Runnable touched,
            Consumer<Set<RegistrationId>> submit) {
        this.submit = submit;
        DeskParts parts = new DeskParts(look);
        setBackground(look.colour("field"));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(look.colour("edge")),
                BorderFactory.createEmptyBorder(look.px(20), look.px(28), look.px(20), look.px(28))));
        setLayout(new MigLayout("insets 0, gap " + look.px(12), "[grow, fill]", "[pref!][pref!][grow, fill][pref!]"));
        DeskPerson about = form.about();
        JTextArea title = parts.title(messages.say(
                "form.title.GROUP", about == null ? "" : about.attendee().organisation()));
        add(title, "wmin 0, wrap");
        JTextArea hint = parts.text("form.hint", DeskLook.Role.SMALL, false, "ink");
        hint.setText(messages.say("form.hint.GROUP"));
        add(hint, "wmin 0, wrap");
        ScrolledRows list = new ScrolledRows(look.px(40));
        list.setLayout(new MigLayout("insets 0, gap " + look.px(4), "[grow, fill]"));
        list.setBackground(look.colour("field"));
        int number = 0;
        for (DeskPerson member : form.members()) {
            String text = Stream.of(member.name(), words.category(member))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
            JCheckBox check = parts.check("form.member." + ++number, text);
            check.setSelected(true);
            check.addItemListener(event -> {
                touched.run();
                count(messages);
            });
            DeskParts.bind(check, "DOWN", check::transferFocus);
            DeskParts.bind(check, "UP", check::transferFocusBackward);
            members.put(member.registration(), check);
            check.addFocusListener(new FocusAdapter() {
                @Override
                public void focusGained(FocusEvent event) {
                    list.scrollRectToVisible(check.getBounds());
                }
            });
            list.add(check, "w 0:10:, growx, wrap");
        }
        add(FormPanel.scrolled(list, look), "hmin 0, wmin 0, wrap");
        done = parts.strongButton("form.submit", this::submit);
        done.setFont(look.semibold(DeskLook.Role.BODY));
        done.getAccessibleContext().setAccessibleDescription(title.getText());
        count(messages);
        add(done, "hmin " + look.px(64));
    }

    private void count(DeskMessages messages) {
        done.setText(messages.say("form.GROUP", chosen().size()));
    }

    private Set<RegistrationId> chosen() {
        return members.entrySet().stream()
                .filter(member -> member.getValue().isSelected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    void submit() {
        submit.accept(chosen());
    }

    @Override
    void focus() {
        members.values().stream().findFirst().ifPresent(Component::requestFocusInWindow);
    }

    @Override
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        members.forEach((member, check) -> values.put(member.toString(), String.valueOf(check.isSelected())));
        return values;
    }

    @Override
    void restore(Map<String, String> values) {
        members.forEach((member, check) ->
                check.setSelected(Boolean.parseBoolean(values.getOrDefault(member.toString(), "true"))));
    }
}
