package org.einlass.kiosk.screen.door;

import java.awt.BasicStroke;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.function.Supplier;

/** A verdict's second sign beside its colour: a silhouette of its own, in a square of 100 by 100. */
public enum DoorSymbol {
    SCAN(DoorSymbol::scan),
    TICK(DoorSymbol::tick),
    TICK_AGAIN(DoorSymbol::tickAgain),
    QUESTION(DoorSymbol::question),
    STOP(DoorSymbol::stop),
    OUT(DoorSymbol::out),
    UNDONE(DoorSymbol::undone),
    PEOPLE(DoorSymbol::people),
    HOURGLASS(DoorSymbol::hourglass),
    FAULT(DoorSymbol::fault);

    private final Supplier<Area> drawing;

    DoorSymbol(Supplier<Area> drawing) {
        this.drawing = drawing;
    }

    Area shape() {
        return drawing.get();
    }

    private static Area scan() {
        Area all = new Area();
        for (double[] bar : new double[][] {{8, 10}, {24, 5}, {34, 12}, {52, 5}, {62, 9}, {76, 5}, {86, 7}}) {
            all.add(new Area(new Rectangle2D.Double(bar[0], 18, bar[1], 64)));
        }
        return all;
    }

    private static Area tick() {
        return line(15, 10, 54, 37, 78, 90, 22);
    }

    private static Area tickAgain() {
        Area both = line(11, 6, 58, 25, 76, 62, 32);
        both.add(line(11, 42, 68, 51, 76, 94, 24));
        return both;
    }

    private static Area question() {
        Area sign = polygon(50, 2, 98, 50, 50, 98, 2, 50);
        Path2D hook = new Path2D.Double();
        hook.moveTo(37, 38);
        hook.curveTo(37, 20, 64, 20, 64, 38);
        hook.curveTo(64, 48, 50, 48, 50, 60);
        sign.subtract(
                new Area(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(hook)));
        sign.subtract(new Area(new Ellipse2D.Double(44, 70, 12, 12)));
        return sign;
    }

    private static Area stop() {
        Area sign = polygon(30, 3, 70, 3, 97, 30, 97, 70, 70, 97, 30, 97, 3, 70, 3, 30);
        sign.subtract(line(13, 31, 31, 69, 69));
        sign.subtract(line(13, 69, 31, 31, 69));
        return sign;
    }

    private static Area out() {
        Area sign = line(12, 62, 8, 12, 8, 12, 92, 62, 92);
        sign.add(line(12, 36, 50, 78, 50));
        sign.add(polygon(72, 26, 98, 50, 72, 74));
        return sign;
    }

    private static Area undone() {
        Area sign = polygon(4, 34, 36, 8, 36, 60);
        Path2D back = new Path2D.Double();
        back.moveTo(30, 34);
        back.lineTo(58, 34);
        back.curveTo(102, 34, 102, 86, 58, 86);
        back.lineTo(28, 86);
        sign.add(new Area(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(back)));
        return sign;
    }

    private static Area people() {
        Area sign = new Area(new Ellipse2D.Double(8, 18, 28, 28));
        sign.add(new Area(new Ellipse2D.Double(64, 18, 28, 28)));
        sign.add(new Area(new RoundRectangle2D.Double(0, 52, 44, 36, 24, 24)));
        sign.add(new Area(new RoundRectangle2D.Double(56, 52, 44, 36, 24, 24)));
        return sign;
    }

    private static Area hourglass() {
        Area sign = polygon(18, 6, 82, 6, 82, 16, 56, 50, 82, 84, 82, 94, 18, 94, 18, 84, 44, 50, 18, 16);
        sign.subtract(polygon(32, 18, 68, 18, 60, 28, 40, 28));
        return sign;
    }

    private static Area fault() {
        Area sign = polygon(50, 6, 98, 94, 2, 94);
        sign.subtract(line(10, 50, 38, 50, 64));
        sign.subtract(new Area(new Ellipse2D.Double(44, 74, 12, 12)));
        return sign;
    }

    private static Area line(double width, double... points) {
        Path2D path = path(points);
        return new Area(
                new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(path));
    }

    private static Area polygon(double... points) {
        Path2D path = path(points);
        path.closePath();
        return new Area(path);
    }

    private static Path2D path(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }
}
