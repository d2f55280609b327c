package org.einlass.kiosk.screen.desk;

import java.awt.Component;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Collections;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;
import org.einlass.kiosk.desk.DeskState.CounterList;
import org.einlass.kiosk.desk.DeskState.CounterList.Coming;

/** Whom kiosks have sent to this counter, and why, below the search; away while nobody is on the way. */
final class ExpectedPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MOST_ROWS = 3;

    private final transient DeskMessages messages;
    private final JLabel title;
    private final DefaultListModel<Coming> model = new DefaultListModel<>();
    private final JList<Coming> list;

    ExpectedPanel(DeskLook look, DeskMessages messages, DeskKeys keys) {
        this.messages = messages;
        title = new DeskParts(look).label("expected.title", DeskLook.Role.BODY, true, "ink");
        setOpaque(false);
        setLayout(new MigLayout("insets 0, gap " + look.px(6), "[grow, fill]", "[pref!][grow, fill]"));
        add(title, "wmin 0, wrap");
        list = list(look, keys);
        add(scroll(look, list), "hmin 0");
    }

    private JList<Coming> list(DeskLook look, DeskKeys keys) {
        JList<Coming> guests = new JList<>(model) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean getScrollableTracksViewportWidth() {
                return true;
            }
        };
        guests.setName("expected");
        guests.setCellRenderer(new ExpectedRow(look, messages));
        guests.setFocusable(false);
        guests.setBackground(look.colour("field"));
        guests.getAccessibleContext().setAccessibleName(messages.say("expected.name"));
        guests.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                DeskParts.touched(guests, event.getPoint()).ifPresent(guest -> keys.callGuest(guest.scan()));
            }
        });
        return guests;
    }

    private static JScrollPane scroll(DeskLook look, JList<Coming> list) {
        JScrollPane scroll = new JScrollPane(
                list, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createLineBorder(look.colour("edge")));
        scroll.getVerticalScrollBar().setFocusable(false);
        scroll.setFocusable(false);
        return scroll;
    }

    void show(CounterList counter) {
        if (!Collections.list(model.elements()).equals(counter.guests())) {
            model.clear();
            model.addAll(counter.guests());
            list.setVisibleRowCount(Math.min(MOST_ROWS, counter.guests().size()));
            revalidate();
        }
        title.setText(messages.say("expected.title", counter.guests().size()));
        setVisible(!counter.guests().isEmpty());
    }

    /** A row of those who are on the way: who, from where and since when, below it why. */
    private static final class ExpectedRow extends JPanel implements ListCellRenderer<Coming> {
        private static final long serialVersionUID = 1L;

        private final transient DeskMessages messages;
        private final JLabel who;
        private final JLabel way;
        private final JLabel why;

        ExpectedRow(DeskLook look, DeskMessages messages) {
            this.messages = messages;
            DeskParts parts = new DeskParts(look);
            who = parts.label("expected.who", DeskLook.Role.BODY, true, "ink");
            way = parts.label("expected.way", DeskLook.Role.SMALL, false, "ink");
            why = parts.label("expected.why", DeskLook.Role.SMALL, false, "ink");
            setBackground(look.colour("field"));
            setLayout(new MigLayout("insets 0, gap 0", "[grow, fill]" + look.px(12) + "[pref!]"));
            add(who, "wmin 0");
            add(way, "wrap");
            add(why, "span 2, wmin 0");
            setBorder(BorderFactory.createCompoundBorder(
                    BorderFactory.createMatteBorder(0, 0, 1, 0, look.colour("edge")),
                    BorderFactory.createEmptyBorder(look.px(7), look.px(14), look.px(7), look.px(14))));
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Coming> list, Coming guest, int index, boolean selected, boolean focused) {
            who.setText(messages.say(guest.who()));
            way.setText(messages.say("expected.way", guest.from(), guest.since().toMinutes()));
            why.setText(messages.say(guest.why()));
            getAccessibleContext().setAccessibleName(String.join(", ", who.getText(), why.getText(), way.getText()));
            return this;
        }
    }
}
