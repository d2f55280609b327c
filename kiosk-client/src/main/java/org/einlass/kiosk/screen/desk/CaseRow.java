package org.einlass.kiosk.screen.desk;

import java.awt.Component;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JList;
import net.miginfocom.swing.MigLayout;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.desk.StoryWords;

/** A row of what is to be clarified: whom it is about, below it what happened. */
final class CaseRow extends FittingList.Row<Clarification> {
    private static final long serialVersionUID = 1L;

    private final transient DeskLook look;
    private final transient DeskMessages messages;
    private final transient StoryWords words;
    private final JLabel who;
    private final JLabel what;

    CaseRow(DeskLook look, DeskMessages messages, StoryWords words) {
        this.look = look;
        this.messages = messages;
        this.words = words;
        DeskParts parts = new DeskParts(look);
        who = parts.label("case.row.who", DeskLook.Role.BODY, true, "ink");
        what = parts.label("case.row.what", DeskLook.Role.SMALL, false, "ink");
        setLayout(new MigLayout("insets 0, gap 0", "[grow, fill]"));
        add(who, "wmin 0, wrap");
        add(what, "wmin 0");
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Clarification> list, Clarification item, int index, boolean selected, boolean focused) {
        who.setText(messages.say(words.who(item)));
        what.setText(messages.say(item.kind().sentence()));
        setBackground(look.colour(selected ? "strong" : "field"));
        who.setForeground(look.colour(selected ? "strong.on" : "ink"));
        what.setForeground(look.colour(selected ? "strong.on" : "ink"));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, look.colour("edge")),
                BorderFactory.createEmptyBorder(look.px(7), look.px(14), look.px(7), look.px(14))));
        says(list, who.getText() + ", " + what.getText());
        return this;
    }
}
