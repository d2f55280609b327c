package org.einlass.kiosk.screen.desk;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.ScrollPaneConstants;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.desk.state.DeskState.CounterList;
import org.einlass.kiosk.desk.state.DeskState.HelpList;

/** The search field and whom it finds. The field keeps the focus; the list is moved by the field's arrows. */
final class SearchPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient DeskMessages messages;
    private final transient DeskKeys keys;
    private final transient PersonWords words;
    private final JTextField field;
    private final JLabel count;
    private final WaitingPanel expected;
    private final WaitingPanel help;
    private final DefaultListModel<DeskPerson> model = new DefaultListModel<>();
    private final JList<DeskPerson> list = new FittingList<>(model);
    private boolean quiet;

    SearchPanel(DeskLook look, DeskMessages messages, ZoneId zone, DeskKeys keys) {
        this.messages = messages;
        this.keys = keys;
        this.words = new PersonWords(messages, zone);
        DeskParts parts = new DeskParts(look);
        setOpaque(false);
        field = parts.field("search", DeskLook.Role.STRONG);
        field.getAccessibleContext().setAccessibleName(messages.say("search.name"));
        field.getAccessibleContext().setAccessibleDescription(messages.say("search.explained"));
        field.putClientProperty("JTextField.placeholderText", messages.say("search.name"));
        field.getDocument().addDocumentListener(new Typing());
        expected = new WaitingPanel("expected", messages.say("expected.name"), look, keys::callGuest);
        help = new WaitingPanel("help", messages.say("help.name"), look, keys::comeToHelp);
        count = parts.label("count", DeskLook.Role.SMALL, false, "ink");
        arrange(look, list(look, new PersonRow(look, messages, zone)));
        DeskParts.bind(field, "DOWN", () -> keys.move(1));
        DeskParts.bind(field, "UP", () -> keys.move(-1));
        DeskParts.bind(field, "PAGE_DOWN", () -> keys.move(5));
        DeskParts.bind(field, "PAGE_UP", () -> keys.move(-5));
    }

    private JScrollPane list(DeskLook look, PersonRow row) {
        list.setName("found");
        list.setCellRenderer(row);
        list.setFocusable(false);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setBackground(look.colour("field"));
        list.getAccessibleContext().setAccessibleName(messages.say("found.name"));
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                DeskParts.touched(list, event.getPoint()).ifPresent(person -> keys.select(person.registration()));
            }
        });
        JScrollPane scroll = new JScrollPane(
                list, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createLineBorder(look.colour("edge")));
        return new DeskParts(look).dressed(scroll);
    }

    private void arrange(DeskLook look, JScrollPane scroll) {
        setLayout(new MigLayout(
                "insets 0, hidemode 3, gap " + look.px(12),
                "[grow, fill]",
                "[pref!][grow, fill][pref!][pref!][pref!]"));
        add(field, "wrap");
        add(scroll, "hmin 0, wrap");
        add(help, "wmin 0, hmin 0, hmax 25%, wrap");
        add(expected, "wmin 0, hmin 0, hmax 25%, wrap");
        add(count);
    }

    /** Shows whom was found; empties the field where that is wanted and nothing was typed since. */
    void show(DeskState state, boolean empties) {
        if (empties) {
            empty();
        }
        if (!found().equals(state.found())) {
            model.clear();
            model.addAll(state.found());
        }
        if (!state.found().isEmpty()) {
            list.setSelectedIndex(state.selected());
            list.ensureIndexIsVisible(state.selected());
        }
        showWaiting(state);
        count.setText(counted(state));
    }

    private void showWaiting(DeskState state) {
        List<CounterList.Coming> guests = state.counter().guests();
        expected.show(
                messages.say("expected.title", guests.size()),
                guests.stream()
                        .map(guest -> new WaitingPanel.Row(
                                guest.scan(),
                                messages.say(guest.who()),
                                messages.say(
                                        "expected.way",
                                        guest.from(),
                                        guest.since().toMinutes()),
                                messages.say(guest.why())))
                        .toList());
        List<HelpList.Calling> calls = state.help().calls();
        help.show(
                messages.say("help.title", calls.size()),
                calls.stream()
                        .map(call -> new WaitingPanel.Row(
                                call.call(),
                                call.place(),
                                messages.say("help.since", call.since().toMinutes()),
                                call.comes() == null
                                        ? messages.say(call.reason())
                                        : messages.say(call.comes()) + " " + messages.say(call.reason())))
                        .toList());
    }

    private List<DeskPerson> found() {
        return Collections.list(model.elements());
    }

    private String counted(DeskState state) {
        Instant server = state.serverFound();
        if (server != null) {
            return messages.say("count.server", state.found().size(), words.time(server));
        }
        if (state.corner().people() == 0) {
            return messages.say("count.nobody");
        }
        return state.query().isBlank()
                ? messages.say("count.all", state.corner().people())
                : messages.say("count.found", state.found().size());
    }

    void empty() {
        quiet = true;
        field.setText("");
        quiet = false;
    }

    String text() {
        return field.getText();
    }

    /** Half-typed text from before the window changed its looks. */
    void restore(String text) {
        quiet = true;
        field.setText(text);
        quiet = false;
    }

    void focus() {
        field.requestFocusInWindow();
    }

    private final class Typing implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            typed();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            typed();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            typed();
        }

        private void typed() {
            if (!quiet) {
                keys.typed(field.getText());
            }
        }
    }
}
