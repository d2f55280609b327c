package org.einlass.kiosk.screen;

import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.time.Duration;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/**
 * A box over the whole of a scene, for one guest. It closes by itself when nobody touches it, later where the guest asks
 * for more time. Event thread only.
 */
abstract class OverlayPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    static final Duration LONGEST = Duration.ofSeconds(90);
    static final Duration LONGER = Duration.ofMinutes(5);

    /** Words grow so far where a guest asks for it: the longest button keeps its place on a tall screen. */
    private static final float LARGE = 1.35f;

    private final transient ScreenMessages words;
    private final transient SceneTimer timer;
    private final transient Runnable closed;
    private final float scale;
    private final boolean large;
    private transient Runnable cancel = () -> {};
    private transient Duration patience = LONGEST;

    /**
     * An empty box.
     *
     * @param scale pixels of this screen for one of the measure in {@link Theme}
     * @param large whether words are larger than usual; what holds them is as large as ever
     * @param closed run when it is to go away; calls {@link #stop}
     */
    OverlayPanel(ScreenMessages words, float scale, boolean large, SceneTimer timer, Runnable closed) {
        this.words = words;
        this.scale = scale;
        this.large = large;
        this.timer = timer;
        this.closed = closed;
        setOpaque(false);
        setFocusCycleRoot(true);
        addMouseListener(new MouseAdapter() {});
    }

    /**
     * The box of this layout, which fills the screen but for a margin.
     *
     * @param layout constraints, columns and rows as {@link MigLayout} reads them
     */
    final JPanel box(int margin, String layout, String columns, String rows) {
        JPanel box = new JPanel(new MigLayout(layout, columns, rows));
        box.setBackground(Theme.colour("paper"));
        box.setBorder(BorderFactory.createLineBorder(Theme.colour("control"), Math.max(1, px(3))));
        setLayout(new MigLayout("insets " + px(margin), "[grow, fill]", "[grow, fill]"));
        add(box, "wmin 0, hmin 0");
        return box;
    }

    final ScreenMessages words() {
        return words;
    }

    final boolean isLarge() {
        return large;
    }

    final int px(int pixels) {
        return Math.round(scale * pixels);
    }

    final int type(int pixels) {
        return Math.round((large ? LARGE : 1) * scale * pixels);
    }

    /** The first thing that keys reach. */
    void focusFirst() {
        getFocusTraversalPolicy().getDefaultComponent(this).requestFocusInWindow();
    }

    final JButton quietButton(String name, String label, Runnable action) {
        JButton button = Components.quietButton(name, () -> {
            touched();
            action.run();
        });
        button.setText(label);
        button.setFont(Theme.semibold(type(36)));
        button.getAccessibleContext().setAccessibleName(label);
        return button;
    }

    final JTextArea text(String name, int pixels, boolean strong) {
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

    /** Somebody is there: the time counts anew. */
    final void touched() {
        endAfter(patience, this::expire);
    }

    /** From now on it stays so long without a touch. */
    final void stayFor(Duration time) {
        patience = time;
        touched();
    }

    /** The guest needs more time, from now on. */
    void moreTime() {
        patience = LONGER;
        touched();
    }

    final void endAfter(Duration pause, Runnable then) {
        cancel.run();
        cancel = timer.after(pause, then);
    }

    /** Nobody has touched it for as long as it stays. */
    void expire() {
        close();
    }

    final void close() {
        closed.run();
    }

    /** It is gone: nothing of it happens later. */
    final void stop() {
        cancel.run();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(Theme.colour("line"));
        graphics.fillRect(0, 0, getWidth(), getHeight());
    }
}
