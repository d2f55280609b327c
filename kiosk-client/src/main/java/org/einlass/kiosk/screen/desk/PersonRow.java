package org.einlass.kiosk.screen.desk;

import java.awt.Component;
import java.time.ZoneId;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JList;
import net.miginfocom.swing.MigLayout;
import org.einlass.kiosk.desk.people.DeskPerson;

/** A row of the list: name and state, below it what tells namesakes apart. */
final class PersonRow extends FittingList.Row<DeskPerson> {
    private static final long serialVersionUID = 1L;

    private final transient DeskLook look;
    private final transient PersonWords words;
    private final JLabel name;
    private final JLabel state;
    private final JLabel work;
    private final JLabel apart;

    PersonRow(DeskLook look, DeskMessages messages, ZoneId zone) {
        this.look = look;
        this.words = new PersonWords(messages, zone);
        DeskParts parts = new DeskParts(look);
        name = parts.label("row.name", DeskLook.Role.BODY, true, "ink");
        state = parts.label("row.state", DeskLook.Role.SMALL, true, "ink");
        work = parts.label("row.work", DeskLook.Role.SMALL, false, "ink");
        apart = parts.label("row.apart", DeskLook.Role.SMALL, false, "ink");
        setLayout(new MigLayout("insets 0, gap 0", "[grow, fill]" + look.px(12) + "[pref!]"));
        add(name, "wmin 0");
        add(state, "wrap");
        add(work, "span 2, wmin 0, wrap");
        add(apart, "span 2, wmin 0");
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends DeskPerson> list, DeskPerson person, int index, boolean selected, boolean focused) {
        name.setText(person.name());
        state.setText(words.state(person));
        work.setText(person.attendee().organisation());
        apart.setText(words.band(person));
        String ink = selected ? "strong.on" : "ink";
        setBackground(look.colour(selected ? "strong" : "field"));
        name.setForeground(look.colour(ink));
        state.setForeground(look.colour(ink));
        work.setForeground(look.colour(ink));
        apart.setForeground(look.colour(ink));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, look.colour("edge")),
                BorderFactory.createEmptyBorder(look.px(7), look.px(14), look.px(7), look.px(14))));
        says(list, words.spoken(person));
        return this;
    }
}
