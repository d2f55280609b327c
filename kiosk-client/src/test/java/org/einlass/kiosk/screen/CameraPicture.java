package org.einlass.kiosk.screen;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import org.einlass.kiosk.camera.Point;
import org.einlass.kiosk.camera.Quad;

/**
 * What a camera might see: a hall, and a hand's width of paper with a code; lettering shows what is mirrored.
 */
final class CameraPicture {
    private static final int LEFT = 420;
    private static final int TOP = 250;
    private static final int SIDE = 240;

    private CameraPicture() {}

    static BufferedImage of(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = Theme.smooth(picture.createGraphics());
        pen.setPaint(new GradientPaint(0, 0, new Color(0x9FA8A3), 0, height, new Color(0x55605F)));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0xF2F0EA));
        pen.rotate(0.1, LEFT, TOP);
        pen.fillRect(LEFT - 60, TOP - 120, SIDE + 120, SIDE + 260);
        pen.setColor(new Color(0x22252B));
        pen.setFont(Theme.semibold(44));
        pen.drawString("Ticket", LEFT, TOP - 40);
        pen.translate(LEFT, TOP);
        pen.scale(SIDE / 100.0, SIDE / 100.0);
        pen.fill(Silhouettes.code());
        pen.dispose();
        return picture;
    }

    static Quad code() {
        AffineTransform turn = AffineTransform.getRotateInstance(0.1, LEFT, TOP);
        return new Quad(
                turned(turn, LEFT, TOP),
                turned(turn, LEFT + SIDE, TOP),
                turned(turn, LEFT + SIDE, TOP + SIDE),
                turned(turn, LEFT, TOP + SIDE));
    }

    static Quad square(double left, double top, double side) {
        return new Quad(
                new Point(left, top),
                new Point(left + side, top),
                new Point(left + side, top + side),
                new Point(left, top + side));
    }

    private static Point turned(AffineTransform turn, double x, double y) {
        double[] place = {x, y};
        turn.transform(place, 0, place, 0, 1);
        return new Point(place[0], place[1]);
    }
}
