package org.einlass.kiosk.screen;

import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import javax.accessibility.AccessibleRole;
import org.einlass.kiosk.camera.Point;
import org.einlass.kiosk.camera.Quad;
import org.jspecify.annotations.Nullable;

/** What the camera sees, as in a mirror, and in it the code that was found. */
final class Preview extends Drawing {
    private static final long serialVersionUID = 1L;
    private static final double AIM = 0.62;

    private transient @Nullable BufferedImage picture;
    private transient @Nullable Quad code;

    Preview() {
        super("preview", AccessibleRole.CANVAS);
        setOpaque(true);
    }

    /** @param code where a code was found, in the picture's pixels */
    void show(BufferedImage picture, @Nullable Quad code) {
        this.picture = picture;
        this.code = code;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = Theme.smooth(graphics);
        pen.setColor(Theme.colour("quiet"));
        pen.fillRect(0, 0, getWidth(), getHeight());
        BufferedImage image = picture;
        if (image != null) {
            AffineTransform mirror = mirror(image.getWidth(), image.getHeight());
            pen.drawImage(image, mirror, null);
            paintCode(pen, mirror);
        }
        pen.dispose();
    }

    /** Fills this component with the picture, left and right exchanged. */
    AffineTransform mirror(int width, int height) {
        double scale = Math.max((double) getWidth() / width, (double) getHeight() / height);
        AffineTransform mirror = new AffineTransform();
        mirror.translate(getWidth() / 2.0, getHeight() / 2.0);
        mirror.scale(-scale, scale);
        mirror.translate(-width / 2.0, -height / 2.0);
        return mirror;
    }

    private void paintCode(Graphics2D pen, AffineTransform mirror) {
        Quad found = code;
        float unit = Math.min(getWidth(), getHeight()) / 100f;
        if (found == null) {
            paintAim(pen);
            return;
        }
        Path2D outline = outline(found);
        outline.transform(mirror);
        pen.setColor(Theme.colour("found.edge"));
        pen.setStroke(new BasicStroke(2.6f * unit, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(outline);
        pen.setColor(Theme.colour("found"));
        pen.setStroke(new BasicStroke(1.4f * unit, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(outline);
    }

    private void paintAim(Graphics2D pen) {
        double side = Math.min(getWidth(), getHeight()) * AIM;
        Graphics2D aim = (Graphics2D) pen.create();
        aim.translate((getWidth() - side) / 2, (getHeight() - side) / 2);
        aim.scale(side / 100, side / 100);
        aim.setColor(Theme.colour("found.edge"));
        aim.setStroke(new BasicStroke(2.4f));
        aim.draw(Silhouettes.brackets());
        aim.setColor(Theme.colour("found"));
        aim.fill(Silhouettes.brackets());
        aim.dispose();
    }

    private static Path2D outline(Quad quad) {
        Path2D path = new Path2D.Double();
        Point start = quad.topLeft();
        path.moveTo(start.x(), start.y());
        path.lineTo(quad.topRight().x(), quad.topRight().y());
        path.lineTo(quad.bottomRight().x(), quad.bottomRight().y());
        path.lineTo(quad.bottomLeft().x(), quad.bottomLeft().y());
        path.closePath();
        return path;
    }
}
