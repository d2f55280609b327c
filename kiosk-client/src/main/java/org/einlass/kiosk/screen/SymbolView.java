package org.einlass.kiosk.screen;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import javax.accessibility.AccessibleRole;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/** A scene's symbol, large on its colour. */
final class SymbolView extends Drawing {
    private static final long serialVersionUID = 1L;
    private static final int PAUSE_MILLIS = 80;
    private static final double NANOS_OF_A_BREATH = 4e9;
    private static final float LABEL_HEIGHT = 40;
    private static final double LABEL_CENTRE = 35;

    private final Timer breath = new Timer(PAUSE_MILLIS, event -> breathe());
    private Tone tone = Tone.QUIET;
    private Symbol symbol = Symbol.SHOW_TICKET;
    private String label = "";
    private @Nullable Tray arrow;
    private double motion;

    SymbolView() {
        super("symbol", AccessibleRole.ICON);
        setOpaque(true);
    }

    /** @param done how far the scene has come, 0 to 1, where its symbol shows that */
    void show(SceneText sceneText, double done) {
        tone = sceneText.tone();
        symbol = sceneText.symbol();
        label = sceneText.label();
        arrow = sceneText.arrow();
        setSpoken(sceneText.headline());
        motion = done;
        moveIfNeeded();
        repaint();
    }

    private void breathe() {
        double turns = System.nanoTime() / NANOS_OF_A_BREATH;
        motion = (1 - Math.cos(2 * Math.PI * (turns - Math.floor(turns)))) / 2;
        int side = (int) Math.ceil(side());
        repaint((getWidth() - side) / 2, (getHeight() - side) / 2, side, side);
    }

    private void moveIfNeeded() {
        if (isShowing() && symbol.isMovedByTime()) {
            breath.start();
            return;
        }
        breath.stop();
    }

    @Override
    public void addNotify() {
        super.addNotify();
        addHierarchyListener(event -> moveIfNeeded());
    }

    @Override
    public void removeNotify() {
        breath.stop();
        super.removeNotify();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = Theme.smooth(graphics);
        pen.setColor(tone.field());
        pen.fillRect(0, 0, getWidth(), getHeight());
        double side = side();
        pen.translate((getWidth() - side) / 2, (getHeight() - side) / 2);
        pen.scale(side / 100, side / 100);
        pen.setColor(tone.onField());
        pen.fill(symbol.shape(motion));
        paintLabel(pen);
        paintArrow(pen);
        pen.dispose();
    }

    /** Beside the symbol, towards where the badge comes out. */
    private void paintArrow(Graphics2D pen) {
        Tray towards = arrow;
        if (towards == null) {
            return;
        }
        pen.setColor(tone.onField());
        pen.rotate(
                switch (towards) {
                    case BELOW -> 0;
                    case LEFT -> Math.PI / 2;
                    case RIGHT -> -Math.PI / 2;
                },
                50,
                50);
        pen.fill(downwards());
    }

    private static Path2D downwards() {
        Path2D drawn = new Path2D.Double();
        drawn.moveTo(45, 106);
        drawn.lineTo(55, 106);
        drawn.lineTo(55, 116);
        drawn.lineTo(66, 116);
        drawn.lineTo(50, 130);
        drawn.lineTo(34, 116);
        drawn.lineTo(45, 116);
        drawn.closePath();
        return drawn;
    }

    private double side() {
        return Math.min(getWidth(), getHeight()) * Theme.size("symbol") / 100.0;
    }

    private void paintLabel(Graphics2D pen) {
        if (label.isEmpty()) {
            return;
        }
        pen.setColor(tone.field());
        Font font = Theme.semibold(LABEL_HEIGHT * Math.min(1f, 2f / label.length()));
        Rectangle2D bounds = new TextLayout(label, font, pen.getFontRenderContext()).getBounds();
        AffineTransform before = pen.getTransform();
        pen.translate(50 - bounds.getCenterX(), LABEL_CENTRE - bounds.getCenterY());
        new TextLayout(label, font, pen.getFontRenderContext()).draw(pen, 0, 0);
        pen.setTransform(before);
    }
}
