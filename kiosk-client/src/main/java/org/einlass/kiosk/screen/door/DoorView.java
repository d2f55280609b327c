package org.einlass.kiosk.screen.door;

import java.awt.CardLayout;
import java.awt.Dimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.einlass.kiosk.screen.Components;
import org.einlass.kiosk.screen.Theme;
import org.einlass.kiosk.screen.team.TeamCorner;
import org.jspecify.annotations.Nullable;

/**
 * The whole of a door's screen: door and room above, the verdict on more than three fifths of it, the last
 * scans and the buttons below. Counting and choosing a door take the verdict's place until something happens.
 */
final class DoorView extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String VERDICT = "verdict";
    private static final String COUNT = "count";
    private static final String DOORS = "doors";
    private static final String PIN = "pin";

    private final DoorHeader header = new DoorHeader();
    private final RoomGauge room = new RoomGauge();
    private final CardLayout cards = new CardLayout();
    private final JPanel middle = new JPanel(cards);
    private final VerdictField verdict = new VerdictField();
    private final CountPanel count;
    private final DoorChooser doors;
    private final PinPanel pin;
    private final PassageList last = new PassageList();
    private final TeamCorner team = new TeamCorner();
    private final Map<String, JButton> buttons = new LinkedHashMap<>();
    private Dimension laidOutFor = new Dimension();
    private String card = VERDICT;

    DoorView(DoorWindow.Listener listener) {
        count = new CountPanel(
                people -> {
                    close();
                    listener.counted(people);
                },
                this::close);
        doors = new DoorChooser(
                door -> {
                    close();
                    listener.chosen(door);
                },
                this::close);
        pin = new PinPanel(listener::pin, () -> {
            close();
            listener.pinCancelled();
        });
        buttons.put("minus", Components.button("minus", () -> listener.changed(-1)));
        buttons.put("plus", Components.button("plus", () -> listener.changed(1)));
        buttons.put("count", Components.button("count", listener::wantsToCount));
        buttons.put("turn", Components.button("turn", listener::turned));
        buttons.put("doors", Components.button("doors", listener::wantsToChoose));
        buttons.put("help", Components.button("help", listener::help));
        buttons.put("undo", Components.button("undo", listener::undo));
        middle.add(verdict, VERDICT);
        middle.add(count, COUNT);
        middle.add(doors, DOORS);
        middle.add(pin, PIN);
        middle.setName("middle");
        setBackground(Theme.colour("paper"));
        setFocusable(true);
        setName("door.screen");
    }

    void show(DoorDisplay display, Locale language) {
        header.show(
                display.exit() ? DoorMessages.say("exit", display.door()) : display.door(), display.place(), language);
        room.show(display.room(), language);
        room.setVisible(display.room() != null);
        for (String counting : List.of("minus", "plus", "count")) {
            button(counting).setVisible(display.room() != null);
        }
        button("doors").setVisible(!display.doors().isEmpty());
        button("turn").setVisible(!display.doors().isEmpty());
        verdict.show(display.verdict(), language);
        last.show(display.last(), display.notices(), language);
        team.show(display.faults(), language);
        count.speak(language);
        pin.speak(language);
        doors.show(display.doors(), language);
        buttons.forEach((name, button) -> {
            button.setText(DoorMessages.say(name).in(language));
            button.getAccessibleContext()
                    .setAccessibleDescription(
                            DoorMessages.say(name + ".explained").in(language));
        });
        getAccessibleContext().setAccessibleName(display.door().in(language));
        middle.getAccessibleContext()
                .setAccessibleName(display.verdict().headline().in(language));
    }

    private JButton button(String name) {
        JButton button = buttons.get(name);
        if (button == null) {
            throw new IllegalArgumentException(name);
        }
        return button;
    }

    /** The helper may enter what was counted. */
    void openCount(@Nullable Integer people) {
        turnTo(COUNT);
        count.open(people);
    }

    /** The helper may choose a door. */
    void openDoors() {
        turnTo(DOORS);
        doors.open();
    }

    /** The helper may enter the PIN. */
    void openPin(boolean again) {
        turnTo(PIN);
        pin.open(again);
    }

    /** No PIN is wanted any more; what else is open stays. */
    void closePin() {
        if (card.equals(PIN)) {
            close();
        }
    }

    /** The verdict is on the screen again, and no field takes keys. */
    void close() {
        if (!card.equals(VERDICT)) {
            turnTo(VERDICT);
            requestFocusInWindow();
        }
    }

    private void turnTo(String name) {
        card = name;
        cards.show(middle, name);
    }

    /** See {@link DoorChooser#titlesFit}. */
    boolean titlesFit() {
        return doors.titlesFit();
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
        int margin = Math.round(height * 0.016f);
        removeAll();
        setLayout(new MigLayout(
                "insets 0, gap 0, hidemode 3",
                "[grow, fill]",
                "[" + Math.round(height * 0.18f) + "!, fill][grow, fill][" + Math.round(height * 0.1f) + "!, fill]["
                        + Math.round(height * 0.105f) + "!, fill]"));
        JPanel top = panel(new MigLayout(
                "insets " + margin + ", gap 0, hidemode 3", "[grow, fill]" + margin + "[34%, fill]", "[grow, fill]"));
        top.add(header, "grow, wmin 0");
        top.add(room, "grow");
        JPanel passages = panel(new MigLayout("insets " + margin + ", gap 0", "[grow, fill][pref!]", "[grow, fill]"));
        team.setScreenHeight(height);
        passages.add(last, "grow, wmin 0");
        passages.add(team, "aligny bottom, growy 0");
        JPanel foot = panel(new MigLayout(
                "insets 0 " + margin + " " + margin + " " + margin + ", gap " + margin + ", hidemode 3, fill",
                "",
                "[grow, fill]"));
        float size = Math.min(height * 0.032f, getWidth() * 0.019f);
        buttons.forEach((name, button) -> {
            boolean small = name.equals("minus") || name.equals("plus");
            foot.add(button, "grow, pushx " + (small ? 60 : 100) + ", wmin 0");
            button.setFont(Theme.semibold(small ? size * 1.3f : size));
        });
        add(top, "wrap");
        add(middle, "grow, wmin 0, hmin 0, wrap");
        add(passages, "wrap");
        add(foot, "");
        verdict.setScreenHeight(height);
        count.arrange(height, getWidth());
        doors.arrange(height, getWidth());
        pin.arrange(height, getWidth());
    }

    private static JPanel panel(MigLayout layout) {
        JPanel panel = new JPanel(layout);
        panel.setOpaque(false);
        return panel;
    }
}
