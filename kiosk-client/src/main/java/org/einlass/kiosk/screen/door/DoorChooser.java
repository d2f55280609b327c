package org.einlass.kiosk.screen.door;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;
import org.einlass.contract.Wording;
import org.einlass.kiosk.screen.Components;
import org.einlass.kiosk.screen.Lines;
import org.einlass.kiosk.screen.Theme;

/** The doors that the device is assigned to, one a button; the helper chooses where they stand. */
final class DoorChooser extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<String> chosen;
    private final JLabel title = Components.label("doors.title");
    private final JPanel list = new JPanel();
    private final JButton cancel;
    private transient List<DoorOption> doors = List.of();
    private Locale language = Locale.GERMAN;
    private float unit = 1;

    /**
     * @param chosen is told the id of a door
     * @param closed the helper stays where they are
     */
    DoorChooser(Consumer<String> chosen, Runnable closed) {
        this.chosen = chosen;
        cancel = Components.button("doors.cancel", closed);
        setBackground(Theme.colour("door.waiting"));
        setName("doors.panel");
        list.setOpaque(false);
    }

    void show(List<DoorOption> options, Locale spoken) {
        boolean same = options.equals(doors) && spoken.equals(language) && list.getComponentCount() > 0;
        doors = options;
        language = spoken;
        String words = DoorMessages.say(options.isEmpty() ? "doors.none" : "doors.title")
                .in(spoken);
        title.setText(words);
        title.getAccessibleContext().setAccessibleName(words);
        getAccessibleContext().setAccessibleName(words);
        cancel.setText(DoorMessages.say("count.cancel").in(spoken));
        if (!same) {
            fill();
        }
    }

    private void fill() {
        list.removeAll();
        int gap = Math.round(unit * 0.02f);
        list.setLayout(
                new MigLayout("fillx, insets 0, gap " + gap + ", wrap 3", "[33%!, fill][33%!, fill][grow, fill]"));
        for (DoorOption door : doors) {
            JButton button = Components.button("doors." + door.id(), () -> chosen.accept(door.id()));
            String words = words(door).in(language);
            button.getAccessibleContext().setAccessibleName(words);
            button.setFont(Theme.semibold(unit * 0.04f));
            button.setIcon(new WrappedWords(button, words));
            list.add(button, "h " + Math.round(unit * 0.13f) + "!, wmin 0");
        }
        list.revalidate();
    }

    private static Wording words(DoorOption door) {
        Wording title = door.exit() ? DoorMessages.say("doors.exit", door.title()) : door.title();
        return door.here() ? DoorMessages.say("doors.here", title) : title;
    }

    /** Whether every title stands whole on its button. */
    boolean titlesFit() {
        return Stream.of(list.getComponents())
                .map(JButton.class::cast)
                .map(JButton::getIcon)
                .map(WrappedWords.class::cast)
                .allMatch(words -> words.fitting().height() <= words.button().getHeight());
    }

    /** A door's title on its button, in as many lines as it needs, and smaller where those are too many. */
    private record WrappedWords(JButton button, String words) implements Icon {
        private static final float STEP = 0.94f;
        private static final float LEAST = 0.3f;
        private static final float PITCH = 1.15f;

        @Override
        public void paintIcon(Component of, Graphics graphics, int x, int y) {
            Lines lines = fitting();
            Graphics2D pen = Theme.smooth(graphics);
            pen.setColor(button.getForeground());
            float top = (button.getHeight() - lines.height()) / 2;
            for (TextLayout line : lines.lines()) {
                Lines alone = new Lines(List.of(line), true, lines.pitch());
                top = alone.draw(pen, (button.getWidth() - line.getAdvance()) / 2, top);
            }
            pen.dispose();
        }

        /** Broken within a word only where the word is longer than the button even in small letters. */
        private Lines fitting() {
            float full = button.getFont().getSize2D();
            float size = full;
            Lines lines = Lines.set(words, Theme.semibold(size), width(), PITCH);
            while ((!lines.whole() || lines.height() > height()) && size > LEAST * full) {
                size *= STEP;
                lines = Lines.set(words, Theme.semibold(size), width(), PITCH);
            }
            return lines.whole() ? lines : Lines.anywhere(words, Theme.semibold(size), width(), PITCH);
        }

        private float width() {
            return Math.max(1, button.getWidth() - button.getHeight() * 0.5f);
        }

        private float height() {
            return button.getHeight() * 0.8f;
        }

        @Override
        public int getIconWidth() {
            return 1;
        }

        @Override
        public int getIconHeight() {
            return 1;
        }
    }

    /** The focus goes to the first door. */
    void open() {
        if (list.getComponentCount() > 0) {
            list.getComponent(0).requestFocusInWindow();
        } else {
            cancel.requestFocusInWindow();
        }
    }

    void arrange(int height, int width) {
        unit = Math.min(height, width * 0.6f);
        int gap = Math.round(unit * 0.02f);
        removeAll();
        setLayout(new MigLayout("fill, insets " + 2 * gap + ", gap " + gap, "[grow, fill]", "[][grow, fill][]"));
        title.setFont(Theme.semibold(unit * 0.05f));
        cancel.setFont(Theme.semibold(unit * 0.042f));
        JScrollPane scroll = new JScrollPane(list);
        scroll.setName("doors.list");
        scroll.getAccessibleContext()
                .setAccessibleName(DoorMessages.say("doors.title").in(language));
        scroll.setBorder(null);
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        fill();
        add(title, "wmin 0, wrap");
        add(scroll, "grow, wmin 0, hmin 0, wrap");
        add(cancel, "h " + Math.round(unit * 0.11f) + "!");
    }
}
