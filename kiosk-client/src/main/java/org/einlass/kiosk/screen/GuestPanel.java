package org.einlass.kiosk.screen;

import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;

/**
 * What a guest reads and chooses over a scene: the organiser's notice, or the ways to get help. Event thread only.
 */
final class GuestPanel extends OverlayPanel {
    private static final long serialVersionUID = 1L;

    /** More of them leave a broad screen no place for the text. */
    private static final int MOST_IN_A_COLUMN = 3;

    private final JTextArea title;
    private final JTextArea body;
    private final JScrollPane scroll;
    private final JPanel choices = new FittedButtons();
    private final JPanel pages = new JPanel();
    private final JButton closing;
    private final boolean tall;
    private transient Runnable closes = this::close;

    /** More of them are lower, so that a broad screen keeps a line of text. */
    private static final int MOST_OF_FULL_HEIGHT = 6;

    /** A longer heading is set smaller, so that it keeps two lines on a broad screen. */
    private static final int LONG_HEADING = 60;

    private static final int SMALLEST = 22;

    /** One thing to choose. */
    record Choice(String name, String label, Runnable action) {}

    /** @param tall whether the screen is higher than broad */
    GuestPanel(ScreenMessages words, float scale, boolean large, boolean tall, SceneTimer timer, Runnable closed) {
        super(words, scale, large, timer, closed);
        this.tall = tall;
        title = text("panel.title", 56, true);
        body = text("panel.text", 40, false);
        scroll = new JScrollPane(
                body, ScrollPaneConstants.VERTICAL_SCROLLBAR_NEVER, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        scroll.getViewport().addChangeListener(event -> offerToTurn());
        closing = closeButton();
        fill(box(
                large ? 24 : 60,
                "insets " + px(large ? 40 : 56) + ", hidemode 3, gap " + px(24),
                "[grow, fill]",
                "[][grow, fill][][][]"));
    }

    private void fill(JPanel box) {
        choices.setOpaque(false);
        pages.setOpaque(false);
        pages.setLayout(new MigLayout("insets 0, gap " + px(24), "[grow, fill, sg][grow, fill, sg]", "[grow, fill]"));
        pages.add(quietButton("panel.up", words().say("panel.up"), () -> turn(-1)));
        pages.add(quietButton("panel.down", words().say("panel.down"), () -> turn(1)));
        box.add(title, "wmin 0, wrap");
        box.add(scroll, "wmin 0, hmin 0, wrap");
        box.add(pages, "h " + px(100) + "!, wrap");
        box.add(choices, "wrap");
        box.add(closing, "h " + px(116) + "!");
    }

    private JButton closeButton() {
        JButton close = Components.button("panel.close", () -> closes.run());
        close.setText(words().say("panel.close"));
        close.setFont(Theme.semibold(type(40)));
        close.getAccessibleContext().setAccessibleDescription(words().say("panel.close.explained"));
        return close;
    }

    /** Says what the last button means on this page, and does. */
    void nameClose(String label, Runnable action) {
        closing.setText(label);
        closes = action;
    }

    /** Shows a page. */
    void show(String heading, String says, List<Choice> toChoose) {
        title.setText(heading);
        title.setFont(Theme.semibold(type(heading.length() > LONG_HEADING ? 40 : 56)));
        body.setText(says);
        body.setCaretPosition(0);
        choices.removeAll();
        int height = toChoose.size() > MOST_OF_FULL_HEIGHT ? 84 : 104;
        boolean beside = !tall && toChoose.size() > MOST_IN_A_COLUMN;
        choices.setLayout(new MigLayout(
                "insets 0, wrap " + (beside ? 2 : 1) + ", gap " + px(20),
                beside ? "[grow, fill, sg][grow, fill, sg]" : "[grow, fill]",
                ""));
        toChoose.forEach(choice -> choices.add(
                quietButton(choice.name(), choice.label(), choice.action()), "wmin 0, h " + px(height) + "!"));
        choices.setVisible(!toChoose.isEmpty());
        getAccessibleContext().setAccessibleName(heading);
        body.getAccessibleContext().setAccessibleName(says);
        touched();
        revalidate();
        repaint();
    }

    /** Other words on the same page. */
    void say(String heading, String says) {
        if (!body.getText().equals(says)) {
            title.setText(heading);
            body.setText(says);
            body.getAccessibleContext().setAccessibleName(says);
        }
    }

    /** As far as can be seen, but for a line to find the place again. */
    private void turn(int direction) {
        Rectangle seen = scroll.getViewport().getViewRect();
        int line = body.getFontMetrics(body.getFont()).getHeight();
        int most = Math.max(0, body.getHeight() - seen.height);
        int to = Math.max(0, Math.min(most, seen.y + direction * Math.max(line, seen.height - line)));
        scroll.getViewport().setViewPosition(new Point(0, to));
    }

    /** Buttons whose words get smaller until the longest of a button fits. */
    private final class FittedButtons extends JPanel {
        private static final long serialVersionUID = 1L;

        @Override
        public void doLayout() {
            super.doLayout();
            for (Component button : getComponents()) {
                int pixels = 36;
                while (button.getPreferredSize().width > button.getWidth() && pixels > SMALLEST) {
                    pixels -= 2;
                    button.setFont(Theme.semibold(type(pixels)));
                }
            }
        }
    }

    /** The keys that turn a text are there where the text is longer than its place. */
    private void offerToTurn() {
        boolean longer = body.getHeight() > scroll.getViewport().getHeight() + 1;
        if (longer != pages.isVisible()) {
            pages.setVisible(longer);
            revalidate();
        }
    }
}
