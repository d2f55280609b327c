package org.einlass.kiosk.screen.desk;

import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskForm;
import org.jspecify.annotations.Nullable;

/** Fields to be filled in: a correction, a substitution, a walk-in, a badge for whoever works here. */
final class FieldsForm extends FormPanel {
    private static final long serialVersionUID = 1L;
    private static final List<PhotoConsent> ANSWERS = List.of(PhotoConsent.values());
    /** The place of the first field among the rows: after the title and its own label. */
    private static final int FIRST = 2;

    private static final String COPIES = "form.copies";

    private final ScrolledRows rows;
    private final transient DeskForm form;
    private final transient Runnable touched;
    private final transient Consumer<DeskForm.Input> submit;
    private final Map<AttendeeField, JTextField> fields = new EnumMap<>(AttendeeField.class);
    private final Map<ProgrammeId, JCheckBox> programmes = new LinkedHashMap<>();
    private final @Nullable JComboBox<String> category;
    private final @Nullable JComboBox<String> photographs;
    private final @Nullable JTextField copies;

    /** @param touched is told of every key in a field, so that the desk does not cover what is being typed */
    FieldsForm(DeskForm form, DeskLook look, DeskMessages messages, Runnable touched, Consumer<DeskForm.Input> submit) {
        this.form = form;
        rows = new ScrolledRows(look.px(40));
        this.touched = touched;
        this.submit = submit;
        DeskParts parts = new DeskParts(look);
        setBackground(look.colour("field"));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(look.colour("edge")),
                BorderFactory.createEmptyBorder(look.px(20), look.px(28), look.px(20), look.px(28))));
        setLayout(new MigLayout("insets 0", "[grow, fill]", "[grow, fill]"));
        rows.setLayout(new MigLayout("insets 0, gap " + look.px(14) + " " + look.px(8), "[pref!][0:0:, grow, fill]"));
        rows.setBackground(look.colour("field"));
        JTextArea title = parts.title(title(form, messages));
        rows.add(title, "span 2, grow, wmin 0, wrap");
        form.fields().stream()
                .filter(field -> field != AttendeeField.PHOTOGRAPHS)
                .forEach(field -> add(parts, messages, field));
        category = form.categories().isEmpty() ? null : categories(parts, messages);
        photographs = form.fields().contains(AttendeeField.PHOTOGRAPHS) ? photographs(parts, messages) : null;
        copies = form.kind() == DeskForm.Kind.ROLE ? copies(parts, messages) : null;
        form.programmes().forEach(programme -> {
            JCheckBox check = parts.check("form.programme." + programme.id(), messages.say(programme.title()));
            check.setSelected(form.chosen().contains(programme.id()));
            programmes.put(programme.id(), check);
            rows.add(check, "skip 1, wmin 0, wrap");
            followFocus(check);
        });
        JButton done = parts.strongButton("form.submit", this::submit);
        done.setText(messages.say("form." + form.kind()));
        done.setFont(look.semibold(DeskLook.Role.BODY));
        done.getAccessibleContext().setAccessibleDescription(title.getText());
        add(FormPanel.scrolled(rows, look), "hmin 0, wmin 0");
        add(done, "dock south, gaptop " + look.px(8) + ", hmin " + look.px(64));
    }

    private static String title(DeskForm form, DeskMessages messages) {
        DeskPerson about = form.about();
        return about == null
                ? messages.say("form.title." + form.kind())
                : messages.say("form.title." + form.kind(), about.name());
    }

    private void add(DeskParts parts, DeskMessages messages, AttendeeField field) {
        JTextField input = parts.field("form." + field, DeskLook.Role.BODY);
        input.setText(form.initial().getOrDefault(field, ""));
        showBeginning(input);
        input.addCaretListener(event -> touched.run());
        fields.put(field, input);
        addLabelled(parts, messages.say("field." + field), input);
    }

    private void addLabelled(DeskParts parts, String text, JComponent input) {
        JLabel label = parts.label(input.getName() + ".label", DeskLook.Role.BODY, false, "ink");
        label.setText(text);
        label.setLabelFor(input);
        input.getAccessibleContext().setAccessibleName(text);
        rows.add(label);
        rows.add(input, "wmin 0, wrap");
        followFocus(input);
    }

    /** A text that is longer than its field is read from its beginning, until somebody edits it. */
    private static void showBeginning(JTextField input) {
        input.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                if (!input.isFocusOwner()) {
                    input.setScrollOffset(0);
                }
            }
        });
        input.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                input.setScrollOffset(0);
            }
        });
    }

    /** What has the keyboard can be seen, where large type leaves no room for all of the form. */
    private void followFocus(JComponent input) {
        input.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                Rectangle place = input.getBounds();
                boolean first = rows.getComponentZOrder(input) <= FIRST;
                rows.scrollRectToVisible(first ? place.union(new Rectangle(1, 1)) : place);
            }
        });
    }

    /** What somebody answered about photographs: chosen, not typed. */
    private JComboBox<String> photographs(DeskParts parts, DeskMessages messages) {
        String[] answers =
                ANSWERS.stream().map(PhotoConsent::words).map(messages::say).toArray(String[]::new);
        JComboBox<String> choice = parts.choice("form.PHOTOGRAPHS", answers);
        choice.setSelectedIndex(
                ANSWERS.indexOf(PhotoConsent.of(form.initial().getOrDefault(AttendeeField.PHOTOGRAPHS, ""))));
        choice.addActionListener(event -> touched.run());
        addLabelled(parts, messages.say("field.PHOTOGRAPHS"), choice);
        return choice;
    }

    private JComboBox<String> categories(DeskParts parts, DeskMessages messages) {
        String[] titles = form.categories().stream()
                .map(Category::title)
                .map(messages::say)
                .toArray(String[]::new);
        JComboBox<String> choice = parts.choice("form.category", titles);
        addLabelled(parts, messages.say("field.category"), choice);
        return choice;
    }

    private JTextField copies(DeskParts parts, DeskMessages messages) {
        JTextField number = parts.field(COPIES, DeskLook.Role.BODY);
        number.setText(form.time());
        number.addCaretListener(event -> touched.run());
        addLabelled(parts, messages.say(COPIES), number);
        JTextArea hint = parts.text("form.hint", DeskLook.Role.BODY, false, "ink");
        hint.setText(messages.say("form.hint.ROLE"));
        rows.add(hint, "span 2, grow, wmin 0, wrap");
        return number;
    }

    @Override
    void submit() {
        Map<AttendeeField, String> texts = new EnumMap<>(AttendeeField.class);
        fields.forEach((field, input) -> texts.put(field, input.getText().strip()));
        JComboBox<String> answer = photographs;
        if (answer != null) {
            texts.put(
                    AttendeeField.PHOTOGRAPHS,
                    ANSWERS.get(answer.getSelectedIndex()).text());
        }
        CategoryId chosen = category == null
                ? null
                : form.categories().get(category.getSelectedIndex()).id();
        Set<ProgrammeId> booked = programmes.entrySet().stream()
                .filter(programme -> programme.getValue().isSelected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        submit.accept(new DeskForm.Input(texts, chosen, booked, copies == null ? "" : copies.getText()));
    }

    @Override
    void focus() {
        JTextField first = fields.get(form.fields().get(0));
        if (first != null) {
            first.requestFocusInWindow();
        }
    }

    @Override
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((field, input) -> values.put(field.name(), input.getText()));
        programmes.forEach((programme, check) -> values.put(programme.text(), String.valueOf(check.isSelected())));
        if (category != null) {
            values.put("category", String.valueOf(category.getSelectedIndex()));
        }
        JComboBox<String> answer = photographs;
        if (answer != null) {
            values.put(AttendeeField.PHOTOGRAPHS.name(), String.valueOf(answer.getSelectedIndex()));
        }
        if (copies != null) {
            values.put(COPIES, copies.getText());
        }
        return values;
    }

    @Override
    void restore(Map<String, String> values) {
        fields.forEach((field, input) -> input.setText(values.getOrDefault(field.name(), input.getText())));
        programmes.forEach((programme, check) -> check.setSelected(
                Boolean.parseBoolean(values.getOrDefault(programme.text(), String.valueOf(check.isSelected())))));
        if (category != null) {
            category.setSelectedIndex(Integer.parseInt(values.getOrDefault("category", "0")));
        }
        JComboBox<String> answer = photographs;
        if (answer != null) {
            String kept = values.get(AttendeeField.PHOTOGRAPHS.name());
            answer.setSelectedIndex(kept == null ? answer.getSelectedIndex() : Integer.parseInt(kept));
        }
        if (copies != null) {
            copies.setText(values.getOrDefault(COPIES, copies.getText()));
        }
    }
}
