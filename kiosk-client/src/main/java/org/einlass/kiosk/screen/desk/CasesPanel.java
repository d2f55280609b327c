package org.einlass.kiosk.screen.desk;

import java.awt.Component;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.desk.StoryWords;
import org.einlass.kiosk.desk.state.ClarificationList;
import org.einlass.kiosk.desk.state.DeskState;
import org.jspecify.annotations.Nullable;

/**
 * What there is to clarify: the list, the stories of one case side by side, and a key for each way to settle it. The
 * field keeps the focus; the list is moved by its arrows.
 */
final class CasesPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int WAYS = 5;

    private final transient DeskMessages messages;
    private final transient StoryWords words;
    private final transient PersonWords times;
    private final transient DeskKeys keys;
    private final transient DeskParts parts;
    private final DefaultListModel<Clarification> model = new DefaultListModel<>();
    private final JList<Clarification> list;
    private final JLabel count;
    private final JTextArea who;
    private final JTextArea sentence;
    private final JTextArea remedy;
    private final StoryPanel stories;
    private final JTextField field;
    private final JButton[] ways = new JButton[WAYS];
    private String current = "";

    CasesPanel(DeskLook look, DeskMessages messages, ZoneId zone, DeskKeys keys) {
        this.messages = messages;
        this.words = new StoryWords(zone);
        this.times = new PersonWords(messages, zone);
        this.keys = keys;
        parts = new DeskParts(look);
        list = list(look);
        count = parts.label("cases.count", DeskLook.Role.SMALL, false, "ink");
        who = parts.text("case.who", DeskLook.Role.STRONG, true, "ink");
        sentence = parts.text("case.sentence", DeskLook.Role.BODY, true, "attention");
        remedy = parts.text("case.remedy", DeskLook.Role.BODY, false, "ink");
        stories = new StoryPanel(look, messages, words);
        field = OneDigit.field(parts, "case.reason", messages.say("form.reason"), this::choose);
        setOpaque(false);
        setLayout(new MigLayout("insets 0, gap " + look.px(24), "[34%!, fill][grow, fill]", "[grow, fill]"));
        add(left(look), "wmin 0, hmin 0");
        add(right(look), "wmin 0, hmin 0");
        DeskParts.bind(field, "DOWN", () -> keys.moveCase(1));
        DeskParts.bind(field, "UP", () -> keys.moveCase(-1));
        DeskParts.bind(field, "PAGE_DOWN", () -> keys.moveCase(5));
        DeskParts.bind(field, "PAGE_UP", () -> keys.moveCase(-5));
    }

    private JList<Clarification> list(DeskLook look) {
        JList<Clarification> cases = new FittingList<>(model);
        cases.setName("cases");
        cases.setCellRenderer(new CaseRow(look, messages, words));
        cases.setFocusable(false);
        cases.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        cases.setBackground(look.colour("field"));
        cases.getAccessibleContext().setAccessibleName(messages.say("cases.name"));
        cases.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                DeskParts.touched(cases, event.getPoint()).ifPresent(item -> keys.selectCase(item.id()));
            }
        });
        return cases;
    }

    private JPanel left(DeskLook look) {
        JPanel left = new JPanel(new MigLayout("insets 0, gap " + look.px(12), "[grow, fill]", "[grow, fill][pref!]"));
        left.setOpaque(false);
        JScrollPane scroll = scroll(list);
        scroll.setBorder(BorderFactory.createLineBorder(look.colour("edge")));
        left.add(scroll, "hmin 0, wrap");
        left.add(count, "wmin 0");
        return left;
    }

    private JScrollPane scroll(Component inner) {
        JScrollPane scroll = new JScrollPane(
                inner,
                ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
                ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        return parts.dressed(scroll);
    }

    private JPanel right(DeskLook look) {
        JPanel right = new JPanel(
                new MigLayout("insets 0, gap " + look.px(10) + ", hidemode 3", "[grow, fill]", "[grow, fill][][]"));
        right.setBackground(look.colour("field"));
        right.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(look.colour("edge")),
                BorderFactory.createEmptyBorder(look.px(20), look.px(28), look.px(18), look.px(28))));
        ScrolledRows rows = new ScrolledRows(look.px(40));
        rows.setLayout(new MigLayout("insets 0, gap " + look.px(10) + ", hidemode 3", "[grow, fill]"));
        rows.add(who, "wmin 0, wrap");
        rows.add(sentence, "wmin 0, wrap");
        rows.add(remedy, "wmin 0, wrap");
        rows.add(stories, "wmin 0");
        right.add(new FittingScroll(rows, look), "wmin 0, hmin 0, wrap");
        right.add(field, "wrap");
        JPanel buttons = new JPanel(
                new MigLayout("insets 0, hidemode 3, wrap 2, gap " + look.px(8), "[grow, fill, sg][grow, fill, sg]"));
        buttons.setOpaque(false);
        for (int number = 1; number <= WAYS; number++) {
            int chosen = number;
            JButton way = parts.button("case.way." + number, () -> choose(chosen));
            way.setText(messages.say("case.way." + number));
            way.setHorizontalAlignment(JButton.LEADING);
            ways[number - 1] = way;
            buttons.add(way, "wmin 0");
        }
        right.add(buttons, "wmin 0");
        return right;
    }

    private void choose(int number) {
        if (!current.isEmpty()) {
            keys.settle(current, number);
        }
    }

    void show(DeskState state) {
        ClarificationList cases = state.cases();
        if (!Collections.list(model.elements()).equals(cases.items())) {
            model.clear();
            model.addAll(cases.items());
        }
        Clarification item = cases.current();
        if (item != null) {
            list.setSelectedIndex(cases.selected());
            list.ensureIndexIsVisible(cases.selected());
        }
        current = item == null ? "" : item.id();
        parts.setTitle(who, item == null ? messages.say("cases.none") : messages.say(words.who(item)));
        say(sentence, item == null ? "" : messages.say(item.kind().sentence()));
        say(remedy, item == null ? "" : messages.say(item.kind().remedy()));
        stories.show(item == null ? List.of() : item.stories());
        for (int number = 1; number <= WAYS; number++) {
            boolean offered = item != null && (number < WAYS || mayTakeBack(item));
            ways[number - 1].setVisible(offered);
        }
        count.setText(counted(cases));
    }

    private static boolean mayTakeBack(Clarification item) {
        return item.kind().isOfAdmissions() && !item.stories().isEmpty();
    }

    private String counted(ClarificationList cases) {
        Instant heard = cases.heardAt();
        return heard == null
                ? messages.say("cases.unknown")
                : messages.say("cases.count", cases.total(), times.time(heard));
    }

    private static void say(JTextArea part, @Nullable String text) {
        if (!part.getText().equals(text)) {
            part.setText(text);
        }
        part.setVisible(text != null && !text.isEmpty());
    }

    void focus() {
        field.requestFocusInWindow();
    }
}
