package org.einlass.kiosk.screen.desk;

import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskForm;
import org.einlass.kiosk.screen.WholeScreen;
import org.jspecify.annotations.Nullable;

/** A reason to be chosen by one key. */
final class ReasonForm extends FormPanel {
    private static final long serialVersionUID = 1L;

    /** More reasons than these stand closer together; what does not fit scrolls, and its key works all the same. */
    private static final int MOST_TALL = 5;

    private static final String DAY = "day";

    private final JTextField field;

    private final @Nullable JComboBox<String> day;

    /** @param chooseDay is told the day that is meant, nothing for all days */
    ReasonForm(
            DeskForm form,
            DeskLook look,
            DeskMessages messages,
            IntConsumer choose,
            Consumer<Optional<LocalDate>> chooseDay) {
        DeskParts parts = new DeskParts(look);
        setBackground(look.colour("field"));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(look.colour("edge")),
                BorderFactory.createEmptyBorder(look.px(28), look.px(32), look.px(24), look.px(32))));
        boolean many = form.reasons() > MOST_TALL;
        setLayout(new MigLayout("insets 0, gap " + look.px(12), "[grow, fill]"));
        ScrolledRows reasons = new ScrolledRows(look.px(40));
        reasons.setLayout(new MigLayout("insets 0, gap " + look.px(many ? 2 : 12), "[grow, fill]"));
        DeskPerson about = form.about();
        JTextArea title = parts.title(messages.say("form.title." + form.kind(), about == null ? "" : about.name()));
        add(title, "wmin 0, wrap");
        field = OneDigit.field(parts, "form.reason", messages.say(prompt(form.kind())), choose);
        add(field, form.days().isEmpty() ? "wrap" : "split 2, growx, pushx");
        day = form.days().isEmpty() ? null : days(form, parts, messages, chooseDay);
        for (int number = 1; number <= form.reasons(); number++) {
            int chosen = number;
            String name = "form.reason." + number;
            JButton reason = many
                    ? parts.lowButton(name, () -> choose.accept(chosen))
                    : parts.button(name, () -> choose.accept(chosen));
            reason.setFont(look.semibold(DeskLook.Role.BODY));
            reason.setText(messages.say("reason." + form.kind() + "." + number));
            reason.setHorizontalAlignment(JButton.LEADING);
            reason.addFocusListener(new FocusAdapter() {
                @Override
                public void focusGained(FocusEvent event) {
                    reasons.scrollRectToVisible(reason.getBounds());
                }
            });
            reasons.add(reason, "hmin " + look.px(many ? 20 : 64) + ", w 0:10:, growx, wrap");
        }
        add(new FittingScroll(reasons, look), "pushy, growy, hmin 0, wmin 0");
        JTextArea hint = parts.text("form.hint", DeskLook.Role.BODY, false, "ink");
        String days = form.days().isEmpty() ? "" : " " + messages.say("form.day.hint");
        hint.setText(messages.say("form.hint." + form.kind()) + days);
        reasons.add(hint, "gaptop " + look.px(many ? 4 : 12) + ", wmin 0");
    }

    /** Of which day the list is to be: by the arrow keys, also while the number is typed. */
    private JComboBox<String> days(
            DeskForm form, DeskParts parts, DeskMessages messages, Consumer<Optional<LocalDate>> chooseDay) {
        DateTimeFormatter words = DateTimeFormatter.ofPattern(messages.say("form.day.pattern"), messages.locale());
        String[] titles = Stream.concat(
                        Stream.of(messages.say("form.day.all")),
                        form.days().stream().map(words::format))
                .toArray(String[]::new);
        JComboBox<String> choice = parts.choice("form.day", titles);
        choice.getAccessibleContext().setAccessibleName(messages.say("form.day"));
        choice.setSelectedIndex(
                1 + form.days().stream().map(LocalDate::toString).toList().indexOf(form.time()));
        choice.addActionListener(event -> {
            int chosen = choice.getSelectedIndex();
            chooseDay.accept(
                    chosen < 1 ? Optional.empty() : Optional.of(form.days().get(chosen - 1)));
        });
        step(choice, "RIGHT", 1);
        step(choice, "LEFT", -1);
        add(choice, "wmin 0, growy, wrap");
        return choice;
    }

    private void step(JComboBox<String> choice, String key, int by) {
        WholeScreen.bindHere(field, key, () -> {
            int next = choice.getSelectedIndex() + by;
            choice.setSelectedIndex(Math.max(0, Math.min(choice.getItemCount() - 1, next)));
        });
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
        JComboBox<String> choice = day;
        return choice == null ? Map.of() : Map.of(DAY, String.valueOf(choice.getSelectedIndex()));
    }

    @Override
    void restore(Map<String, String> values) {
        JComboBox<String> choice = day;
        String kept = values.get(DAY);
        if (choice != null && kept != null) {
            choice.setSelectedIndex(Integer.parseInt(kept));
        }
    }
}
