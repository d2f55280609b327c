package org.einlass.kiosk.screen.desk;

import java.awt.Component;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import net.miginfocom.swing.MigLayout;
import org.einlass.kiosk.desk.CounterList.Coming;

/** A row of those who are on the way: who, from where and since when, below it why. */
final class ExpectedRow extends JPanel implements ListCellRenderer<Coming> {
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
