package org.einlass.kiosk.screen;

import java.awt.Graphics;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.time.Duration;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;

/**
 * What a guest reads and chooses over a scene: the organiser's notice, or the ways to get help. It closes by itself
 * when nobody touches it. Event thread only.
 */
final class GuestPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    static final Duration LONGEST = Duration.ofSeconds(90);

    /** Words grow so far where a guest asks for it: the longest button keeps its place on a tall screen. */
    private static final float LARGE = 1.35f;

    private final transient ScreenMessages words;
    private final transient SceneTimer timer;
    private final transient Runnable closed;
    private final float scale;
    private final boolean large;
    private final JTextArea title;
    private final JTextArea body;
    private final JScrollPane scroll;
    private final JPanel choices = new JPanel();
    private final JPanel pages = new JPanel();
    private transient Runnable cancel = () -> {};

    /** One thing to choose. */
    record Choice(String name, String label, Runnable action) {}

    /**
     * An empty panel.
     *
     * @param scale pixels of this screen for one of the measure in {@link Theme}
     * @param large whether words are larger than usual; what holds them is as large as ever
     * @param closed run when it is to go away; calls {@link #stop}
     */
    GuestPanel(ScreenMessages words, float scale, boolean large, SceneTimer timer, Runnable closed) {
        this.words = words;
        this.scale = scale;
        this.large = large;
        this.timer = timer;
        this.closed = closed;
        title = text("panel.title", 56, true);
        body = text("panel.text", 40, false);
        scroll = new JScrollPane(
                body, ScrollPaneConstants.VERTICAL_SCROLLBAR_NEVER, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        scroll.getViewport().addChangeListener(event -> offerToTurn());
        setOpaque(false);
        setFocusCycleRoot(true);
        addMouseListener(new MouseAdapter() {});
        add(box());
        setLayout(new MigLayout("insets " + px(large ? 24 : 60), "[grow, fill]", "[grow, fill]"));
    }

    private JPanel box() {
        JPanel box = new JPanel(new MigLayout(
                "insets " + px(large ? 40 : 56) + ", hidemode 3, gap " + px(24),
                "[grow, fill]",
                "[][grow, fill][][][]"));
        box.setBackground(Theme.colour("paper"));
        box.setBorder(BorderFactory.createLineBorder(Theme.colour("control"), Math.max(1, px(3))));
        choices.setOpaque(false);
        pages.setOpaque(false);
        pages.setLayout(new MigLayout("insets 0, gap " + px(24), "[grow, fill, sg][grow, fill, sg]", "[grow, fill]"));
        pages.add(button("panel.up", words.say("panel.up"), () -> turn(-1)));
        pages.add(button("panel.down", words.say("panel.down"), () -> turn(1)));
        box.add(title, "wmin 0, wrap");
        box.add(scroll, "wmin 0, hmin 0, wrap");
        box.add(pages, "h " + px(100) + "!, wrap");
        box.add(choices, "wrap");
        JButton close = Components.button("panel.close", this::close);
        close.setText(words.say("panel.close"));
        close.setFont(Theme.semibold(type(40)));
        close.getAccessibleContext().setAccessibleDescription(words.say("panel.close.explained"));
        box.add(close, "h " + px(116) + "!");
        return box;
    }

    /** Shows a page. */
    void show(String heading, String says, List<Choice> toChoose) {
        title.setText(heading);
        body.setText(says);
        body.setCaretPosition(0);
        choices.removeAll();
        choices.setLayout(new MigLayout("insets 0, wrap 1, gap " + px(20), "[grow, fill]", ""));
        toChoose.forEach(
                choice -> choices.add(button(choice.name(), choice.label(), choice.action()), "h " + px(104) + "!"));
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

    /** The first thing that keys reach. */
    void focusFirst() {
        getFocusTraversalPolicy().getDefaultComponent(this).requestFocusInWindow();
    }

    private JButton button(String name, String label, Runnable action) {
        JButton button = Components.quietButton(name, () -> {
            touched();
            action.run();
        });
        button.setText(label);
        button.setFont(Theme.semibold(type(36)));
        button.getAccessibleContext().setAccessibleName(label);
        return button;
    }

    private JTextArea text(String name, int pixels, boolean strong) {
        JTextArea text = new JTextArea();
        text.setName(name);
        text.setEditable(false);
        text.setFocusable(false);
        text.setOpaque(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setFont(strong ? Theme.semibold(type(pixels)) : Theme.regular(type(pixels)));
        text.setForeground(Theme.colour("ink"));
        return text;
    }

    private int px(int pixels) {
        return Math.round(scale * pixels);
    }

    private int type(int pixels) {
        return Math.round((large ? LARGE : 1) * scale * pixels);
    }

    /** As far as can be seen, but for a line to find the place again. */
    private void turn(int direction) {
        Rectangle seen = scroll.getViewport().getViewRect();
        int line = body.getFontMetrics(body.getFont()).getHeight();
        int most = Math.max(0, body.getHeight() - seen.height);
        int to = Math.max(0, Math.min(most, seen.y + direction * Math.max(line, seen.height - line)));
        scroll.getViewport().setViewPosition(new Point(0, to));
    }

    /** The keys that turn a text are there where the text is longer than its place. */
    private void offerToTurn() {
        boolean longer = body.getHeight() > scroll.getViewport().getHeight() + 1;
        if (longer != pages.isVisible()) {
            pages.setVisible(longer);
            revalidate();
        }
    }

    private void touched() {
        cancel.run();
        cancel = timer.after(LONGEST, this::close);
    }

    private void close() {
        closed.run();
    }

    /** It is gone: nothing of it happens later. */
    void stop() {
        cancel.run();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(Theme.colour("line"));
        graphics.fillRect(0, 0, getWidth(), getHeight());
    }
}
