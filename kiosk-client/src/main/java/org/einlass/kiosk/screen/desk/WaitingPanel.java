package org.einlass.kiosk.screen.desk;

import java.awt.Component;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;
import org.einlass.contract.id.EntryId;

/**
 * Who waits for this desk, below the search: guests on their way, or devices that call for help; away while nobody
 * does.
 */
final class WaitingPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MOST_ROWS = 3;

    private final JLabel title;
    private final DefaultListModel<Row> model = new DefaultListModel<>();
    private final JList<Row> list;

    /**
     * One of them.
     *
     * @param aside how long, in a few words
     * @param why in one sentence
     */
    record Row(EntryId id, String who, String aside, String why) {}

    /**
     * An empty list.
     *
     * @param name of the list; its title's is {@code name.title}
     * @param spoken what a voice calls it
     * @param touched is told whose row somebody touches
     */
    WaitingPanel(String name, String spoken, DeskLook look, Consumer<EntryId> touched) {
        title = new DeskParts(look).label(name + ".title", DeskLook.Role.BODY, true, "ink");
        setOpaque(false);
        setLayout(new MigLayout("insets 0, gap " + look.px(6), "[grow, fill]", "[pref!][grow, fill]"));
        add(title, "wmin 0, wrap");
        list = list(name, spoken, look, touched);
        add(scroll(look, list), "hmin 0");
        setVisible(false);
    }

    private JList<Row> list(String name, String spoken, DeskLook look, Consumer<EntryId> touched) {
        JList<Row> rows = new FittingList<>(model);
        rows.setName(name);
        rows.setCellRenderer(new WaitingRow(name, look));
        rows.setFocusable(false);
        rows.setBackground(look.colour("field"));
        rows.getAccessibleContext().setAccessibleName(spoken);
        rows.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                DeskParts.touched(rows, event.getPoint()).ifPresent(row -> touched.accept(row.id()));
            }
        });
        return rows;
    }

    private static JScrollPane scroll(DeskLook look, JList<Row> list) {
        JScrollPane scroll = new JScrollPane(
                list, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createLineBorder(look.colour("edge")));
        return new DeskParts(look).dressed(scroll);
    }

    void show(String words, List<Row> rows) {
        if (!Collections.list(model.elements()).equals(rows)) {
            model.clear();
            model.addAll(rows);
            list.setVisibleRowCount(Math.min(MOST_ROWS, rows.size()));
            revalidate();
        }
        title.setText(words);
        setVisible(!rows.isEmpty());
    }

    /** A row: who and how long, below it why. */
    private static final class WaitingRow extends FittingList.Row<Row> {
        private static final long serialVersionUID = 1L;

        private final JLabel who;
        private final JLabel aside;
        private final JLabel why;

        WaitingRow(String name, DeskLook look) {
            DeskParts parts = new DeskParts(look);
            who = parts.label(name + ".who", DeskLook.Role.BODY, true, "ink");
            aside = parts.label(name + ".aside", DeskLook.Role.SMALL, false, "ink");
            why = parts.label(name + ".why", DeskLook.Role.SMALL, false, "ink");
            setBackground(look.colour("field"));
            setLayout(new MigLayout("insets 0, gap 0", "[grow, fill]" + look.px(12) + "[0:pref:50%]"));
            add(who, "wmin 0");
            add(aside, "wmin 0, wrap");
            add(why, "span 2, wmin 0");
            setBorder(BorderFactory.createCompoundBorder(
                    BorderFactory.createMatteBorder(0, 0, 1, 0, look.colour("edge")),
                    BorderFactory.createEmptyBorder(look.px(7), look.px(14), look.px(7), look.px(14))));
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Row> list, Row row, int index, boolean selected, boolean focused) {
            who.setText(row.who());
            aside.setText(row.aside());
            why.setText(row.why());
            says(list, String.join(", ", row.who(), row.why(), row.aside()));
            return this;
        }
    }
}
