package org.einlass.kiosk.screen;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** The drawings behind the symbols, each in a square of 100 by 100. */
final class Silhouettes {
    private static final double PIN_RADIUS = 34;

    /** Drawn again and again while nobody is there, hence made once. */
    private static final Area BRACKETS = brackets();

    private static final Area PHONE = phone();

    private Silhouettes() {}

    static Area tick() {
        return cut(disc(50, 50, 47), hook(50, 50, 1));
    }

    /** A tick that has come round again. */
    static Area tickAgain() {
        Area circle = stroked(new Arc2D.Double(9, 9, 82, 82, 60, 292, Arc2D.OPEN), 9);
        Area head = polygon(56, 0, 56, 27, 78, 15);
        return join(join(circle, head), hook(50, 52, 0.82));
    }

    static Area hourglass() {
        Area caps = join(box(16, 2, 68, 11, 8), box(16, 87, 68, 11, 8));
        Path2D glass = new Path2D.Double();
        glass.moveTo(24, 17);
        glass.lineTo(76, 17);
        glass.curveTo(76, 40, 56, 42, 56, 50);
        glass.curveTo(56, 58, 76, 60, 76, 83);
        glass.lineTo(24, 83);
        glass.curveTo(24, 60, 44, 58, 44, 50);
        glass.curveTo(44, 42, 24, 40, 24, 17);
        return join(caps, cut(new Area(glass), polygon(31, 23, 69, 23, 63, 35, 37, 35)));
    }

    /** A place on a map, with room for the sign on it. */
    static Area place() {
        Area drop = polygon(21.4, 53.35, 78.6, 53.35, 50, 98);
        return join(disc(50, 1 + PIN_RADIUS, PIN_RADIUS), drop);
    }

    static Area printer(double out) {
        Area paper = box(28, 4, 44, 24, 4);
        Area body = cut(box(6, 32, 88, 40, 8), box(22, 57, 56, 15, 0));
        Area light = disc(82, 42, 3.5);
        Area badge = box(28, 54, 44, 8 + 36 * out, 4);
        Area lines = join(box(35, 66, 30, 5, 2), box(35, 76, 20, 5, 2));
        lines.intersect(box(28, 54, 44, 4 + 36 * out, 0));
        return join(join(paper, cut(body, light)), cut(badge, lines));
    }

    static Area badge() {
        return cut(badgeCard(), portrait());
    }

    static Area badgeElsewhere() {
        AffineTransform left = new AffineTransform(0.86, 0, 0, 0.86, -8, 0);
        AffineTransform right = new AffineTransform(0.52, 0, 0, 0.52, 49, 47);
        AffineTransform halo = new AffineTransform(0.66, 0, 0, 0.66, 42, 40);
        return join(
                cut(badge().createTransformedArea(left), place().createTransformedArea(halo)),
                onlyPlace().createTransformedArea(right));
    }

    /** A place without a sign. */
    static Area onlyPlace() {
        return cut(place(), disc(50, 1 + PIN_RADIUS, 14));
    }

    static Area pause() {
        return cut(cut(box(4, 4, 92, 92, 28), box(31, 28, 12, 44, 6)), box(57, 28, 12, 44, 6));
    }

    /** Somebody behind a counter. */
    static Area people() {
        Area shoulders = new Area(new Arc2D.Double(21, 36, 58, 62, 0, 180, Arc2D.PIE));
        Area counter = join(box(2, 71, 96, 12, 6), box(11, 78, 78, 20, 4));
        return join(join(disc(50, 17, 15), shoulders), counter);
    }

    static Area code() {
        return join(BRACKETS, dots());
    }

    private static Area dots() {
        Area all = join(finder(24, 24), join(finder(56, 24), finder(24, 56)));
        for (double[] dot : new double[][] {{57, 57}, {70, 57}, {63.5, 63.5}, {57, 70}, {70, 70}}) {
            all = join(all, box(dot[0], dot[1], 6.5, 6.5, 0));
        }
        return all;
    }

    /** A phone that shows its code, coming nearer and going away again. */
    static Area phone(double near) {
        double size = 0.8 + 0.08 * near;
        AffineTransform place = new AffineTransform(size, 0, 0, size, 50 * (1 - size), 50 * (1 - size));
        return join(BRACKETS, PHONE.createTransformedArea(place));
    }

    private static Area phone() {
        Area phone = cut(box(27, 8, 46, 84, 12), box(32, 18, 36, 60, 3));
        phone = cut(phone, box(44, 83, 12, 3, 3));
        AffineTransform onItsScreen = new AffineTransform(0.62, 0, 0, 0.62, 19, 17);
        return join(phone, dots().createTransformedArea(onItsScreen));
    }

    /** Four corners that say: in here. */
    static Area brackets() {
        Path2D corner = new Path2D.Double();
        corner.moveTo(3, 24);
        corner.lineTo(3, 11);
        corner.quadTo(3, 3, 11, 3);
        corner.lineTo(24, 3);
        Area one = stroked(corner, 5);
        Area all = new Area(one);
        for (int quarter = 1; quarter < 4; quarter++) {
            all.add(one.createTransformedArea(AffineTransform.getQuadrantRotateInstance(quarter, 50, 50)));
        }
        return all;
    }

    private static Area badgeCard() {
        Path2D band = new Path2D.Double();
        band.moveTo(28, 2);
        band.lineTo(50, 32);
        band.lineTo(72, 2);
        Area card = cut(box(18, 34, 64, 64, 12), box(42, 40, 16, 4.5, 4.5));
        return join(stroked(band, 6), card);
    }

    private static Area portrait() {
        Area shoulders = new Area(new Arc2D.Double(33, 72, 34, 34, 0, 180, Arc2D.PIE));
        return join(disc(50, 60, 8.5), shoulders);
    }

    private static Area finder(double x, double y) {
        return join(cut(box(x, y, 20, 20, 3), box(x + 4, y + 4, 12, 12, 1)), box(x + 7, y + 7, 6, 6, 0));
    }

    private static Area hook(double x, double y, double size) {
        Area down = stroked(new Line2D.Double(x - 21 * size, y + 2 * size, x - 6 * size, y + 17 * size), 10 * size);
        Area up = stroked(new Line2D.Double(x - 6 * size, y + 17 * size, x + 22 * size, y - 16 * size), 10 * size);
        return join(down, up);
    }

    private static Area stroked(Shape line, double width) {
        BasicStroke pen = new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        return new Area(pen.createStrokedShape(line));
    }

    private static Area disc(double x, double y, double radius) {
        return new Area(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static Area box(double x, double y, double width, double height, double corner) {
        return corner == 0
                ? new Area(new Rectangle2D.Double(x, y, width, height))
                : new Area(new RoundRectangle2D.Double(x, y, width, height, corner, corner));
    }

    private static Area polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return new Area(path);
    }

    private static Area join(Area a, Area b) {
        Area both = new Area(a);
        both.add(b);
        return both;
    }

    private static Area cut(Area from, Area hole) {
        Area rest = new Area(from);
        rest.subtract(hole);
        return rest;
    }
}
