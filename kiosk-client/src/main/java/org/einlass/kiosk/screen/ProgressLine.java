package org.einlass.kiosk.screen;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import javax.accessibility.AccessibleRole;

/** How far something has come. */
final class ProgressLine extends Drawing {
    private static final long serialVersionUID = 1L;

    private double done;

    ProgressLine() {
        super("progress", AccessibleRole.PROGRESS_BAR);
    }

    /** @param done 0 to 1 */
    void show(double done, String spoken) {
        this.done = done;
        setSpoken(spoken);
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = Theme.smooth(graphics);
        double height = getHeight();
        pen.setColor(Theme.colour("line"));
        pen.fill(new RoundRectangle2D.Double(0, 0, getWidth(), height, height, height));
        pen.setColor(Tone.WELCOME.field());
        double length = Math.max(height, getWidth() * done);
        pen.fill(new RoundRectangle2D.Double(0, 0, length, height, height, height));
        pen.dispose();
    }
}
