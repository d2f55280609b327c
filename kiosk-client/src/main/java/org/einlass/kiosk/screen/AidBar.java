package org.einlass.kiosk.screen;

import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.Icon;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;

/** What every guest may touch in every scene: larger words, contrast, more time, the organiser's notice, help. */
final class AidBar extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final Map<String, String> WORDS = Map.of(
            "aid.time", "aid.time",
            "aid.privacy", "aid.privacy",
            "aid.help", "aid.help");

    private final JToggleButton large;
    private final JToggleButton contrast;
    private final AbstractButton time;
    private final List<AbstractButton> buttons;

    /** What the touches do; on the event thread. */
    interface Actions {
        void otherSize();

        void otherContrast();

        void moreTime();

        void privacy();

        void help();
    }

    AidBar(Actions actions) {
        large = Components.choice("aid.large", actions::otherSize);
        contrast = Components.choice("aid.contrast", actions::otherContrast);
        time = Components.quietButton("aid.time", actions::moreTime);
        buttons = List.of(
                large,
                contrast,
                time,
                Components.quietButton("aid.privacy", actions::privacy),
                Components.quietButton("aid.help", actions::help));
        large.setText("A+");
        setOpaque(false);
        buttons.forEach(this::add);
    }

    /** @param ends whether the scene ends by itself, so that a guest may want more time */
    void show(ScreenMessages screenMessages, ReadingAids aids, boolean ends) {
        large.setSelected(aids.large());
        contrast.setSelected(aids.contrast());
        time.setVisible(ends);
        for (AbstractButton button : buttons) {
            String word = WORDS.get(button.getName());
            if (word != null) {
                button.setText(screenMessages.say(word));
            }
            button.getAccessibleContext().setAccessibleName(screenMessages.say(button.getName()));
            button.getAccessibleContext().setAccessibleDescription(screenMessages.say(button.getName() + ".explained"));
        }
    }

    void setScale(float scale) {
        int gap = Math.round(scale * Theme.size("gap") / 3);
        int least = Math.round(1.3f * scale * Theme.size("aidHeight"));
        setLayout(new MigLayout("insets 0, hidemode 3, gap " + gap, "[" + least + "::, fill]", "[grow, fill]"));
        for (AbstractButton button : buttons) {
            button.setFont(Theme.semibold(scale * Theme.size("aid")));
        }
        contrast.setIcon(new HalfMoon(Math.round(scale * Theme.size("aid"))));
    }

    Stream<AbstractButton> buttons() {
        return buttons.stream();
    }

    /** A disc, half of it filled, in the colour of the button's words. */
    private record HalfMoon(int side) implements Icon {
        @Override
        public void paintIcon(Component on, Graphics graphics, int x, int y) {
            Graphics2D pen = Theme.smooth(graphics);
            boolean chosen = on instanceof JToggleButton button && button.isSelected();
            pen.setColor(Theme.colour(chosen ? "chosen.on" : "control"));
            pen.setStroke(new BasicStroke(Math.max(1.5f, side / 12f)));
            pen.draw(new Ellipse2D.Double(x + 1, y + 1, side - 2, side - 2));
            pen.fill(new Arc2D.Double(x + 1, y + 1, side - 2, side - 2, 90, 180, Arc2D.PIE));
            pen.dispose();
        }

        @Override
        public int getIconWidth() {
            return side;
        }

        @Override
        public int getIconHeight() {
            return side;
        }
    }
}
