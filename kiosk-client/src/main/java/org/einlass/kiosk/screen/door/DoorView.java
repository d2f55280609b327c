package org.einlass.kiosk.screen.door;

import java.awt.Dimension;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.einlass.kiosk.screen.Components;
import org.einlass.kiosk.screen.Theme;

/**
 * The whole of a door's screen: door and room above, the verdict on more than three fifths of it, the last
 * scans and the way back below.
 */
final class DoorView extends JPanel {
    private static final long serialVersionUID = 1L;

    private final DoorHeader header = new DoorHeader();
    private final RoomGauge room = new RoomGauge();
    private final VerdictField verdict = new VerdictField();
    private final PassageList last = new PassageList();
    private final JButton undo;
    private Dimension laidOutFor = new Dimension();

    DoorView(Runnable undone) {
        undo = Components.button("undo", undone);
        setBackground(Theme.colour("paper"));
        setFocusable(true);
        setName("door.screen");
    }

    void show(DoorDisplay display, Locale language) {
        header.show(display.door(), display.place(), language);
        room.show(display.room(), language);
        room.setVisible(display.room() != null);
        verdict.show(display.verdict(), language);
        last.show(display.last(), display.notices(), language);
        undo.setText(DoorMessages.say("undo").in(language));
        undo.getAccessibleContext()
                .setAccessibleDescription(DoorMessages.say("undo.explained").in(language));
        getAccessibleContext().setAccessibleName(display.door().in(language));
    }

    /** See {@link VerdictField#headlineShare}. */
    float headlineShare() {
        return verdict.headlineShare();
    }

    @Override
    public void doLayout() {
        if (!getSize().equals(laidOutFor)) {
            laidOutFor = getSize();
            arrange();
        }
        super.doLayout();
    }

    private void arrange() {
        int height = getHeight();
        int margin = Math.round(height * 0.02f);
        removeAll();
        setLayout(new MigLayout(
                "insets 0, gap 0, hidemode 3",
                "[grow, fill]",
                "[" + Math.round(height * 0.2f) + "!, fill][grow, fill][" + Math.round(height * 0.17f) + "!, fill]"));
        JPanel top = panel(new MigLayout(
                "insets " + margin + ", gap 0, hidemode 3", "[grow, fill]" + margin + "[34%, fill]", "[grow, fill]"));
        top.add(header, "grow, wmin 0");
        top.add(room, "grow");
        JPanel foot = panel(new MigLayout(
                "insets " + margin + ", gap 0", "[grow, fill]" + margin + "[22%!, fill]", "[grow, fill]"));
        foot.add(last, "grow, wmin 0");
        foot.add(undo, "grow");
        add(top, "wrap");
        add(verdict, "grow, wmin 0, hmin 0, wrap");
        add(foot, "");
        undo.setFont(Theme.semibold(Math.min(height * 0.036f, getWidth() * 0.022f)));
        verdict.setScreenHeight(height);
    }

    private static JPanel panel(MigLayout layout) {
        JPanel panel = new JPanel(layout);
        panel.setOpaque(false);
        return panel;
    }
}
