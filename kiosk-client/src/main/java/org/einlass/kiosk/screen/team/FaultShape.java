package org.einlass.kiosk.screen.team;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.einlass.contract.wire.Heartbeat.DeviceFault;

/** The sign of each fault: a silhouette of its own, in a square of 100 by 100. */
final class FaultShape {
    private static final BasicStroke PEN = new BasicStroke(10, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private FaultShape() {}

    static Area of(DeviceFault fault) {
        return switch (fault) {
            case SERVER -> server();
            case ROSTER -> roster();
            case JOURNAL -> journal();
            case PRINTER -> printer();
            case CAMERA -> camera();
            case SCANNER -> scanner();
            case CLOCK -> clock();
            case DOOR -> door();
            case MESSAGE -> message();
            case UNRECOGNISED -> unknown();
        };
    }

    /** Two boxes of a cabinet, the way to them cut off. */
    private static Area server() {
        Area area = frame(18, 8, 64, 26);
        area.add(frame(18, 42, 64, 26));
        area.add(dot(32, 21));
        area.add(dot(32, 55));
        area.add(line(50, 68, 50, 78));
        area.add(line(28, 92, 40, 92));
        area.add(line(60, 92, 72, 92));
        return area;
    }

    /** A list of people. */
    private static Area roster() {
        Area area = new Area();
        for (int row = 0; row < 3; row++) {
            area.add(dot(18, 22 + 28 * row));
            area.add(line(38, 22 + 28 * row, 88, 22 + 28 * row));
        }
        return area;
    }

    /** An arrow out of a tray. */
    private static Area journal() {
        Area area = line(50, 14, 50, 62);
        area.add(line(50, 14, 30, 34));
        area.add(line(50, 14, 70, 34));
        area.add(line(14, 62, 14, 88));
        area.add(line(14, 88, 86, 88));
        area.add(line(86, 88, 86, 62));
        return area;
    }

    private static Area printer() {
        Area area = frame(28, 10, 44, 26);
        area.add(new Area(new RoundRectangle2D.Double(8, 36, 84, 34, 12, 12)));
        Area paper = new Area(new Rectangle2D.Double(26, 56, 48, 36));
        area.subtract(paper);
        area.add(frame(30, 60, 40, 30));
        return area;
    }

    private static Area camera() {
        Area area = frame(10, 28, 80, 54);
        area.add(frame(36, 16, 28, 12));
        area.add(ring(50, 55, 15));
        return area;
    }

    /** A hand scanner and its beam. */
    private static Area scanner() {
        Area area = new Area(new RoundRectangle2D.Double(8, 14, 50, 26, 12, 12));
        Path2D grip = new Path2D.Double();
        grip.moveTo(20, 36);
        grip.lineTo(44, 36);
        grip.lineTo(36, 90);
        grip.lineTo(14, 90);
        grip.closePath();
        area.add(new Area(grip));
        area.add(line(70, 20, 90, 12));
        area.add(line(70, 28, 92, 28));
        area.add(line(70, 36, 90, 44));
        return area;
    }

    private static Area clock() {
        Area area = ring(50, 50, 40);
        area.add(line(50, 50, 50, 26));
        area.add(line(50, 50, 66, 60));
        return area;
    }

    private static Area door() {
        Area area = frame(26, 8, 48, 84);
        area.add(dot(62, 52));
        return area;
    }

    /** A letter. */
    private static Area message() {
        Area area = frame(10, 22, 80, 56);
        area.add(line(12, 28, 50, 56));
        area.add(line(50, 56, 88, 28));
        return area;
    }

    private static Area unknown() {
        Area area = line(50, 14, 50, 60);
        area.add(dot(50, 84));
        return area;
    }

    private static Area frame(double x, double y, double width, double height) {
        return stroked(new RoundRectangle2D.Double(x, y, width, height, 8, 8));
    }

    private static Area ring(double x, double y, double radius) {
        return stroked(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static Area line(double fromX, double fromY, double toX, double toY) {
        return stroked(new Line2D.Double(fromX, fromY, toX, toY));
    }

    private static Area stroked(Shape shape) {
        return new Area(PEN.createStrokedShape(shape));
    }

    private static Area dot(double x, double y) {
        return new Area(new Ellipse2D.Double(x - 7, y - 7, 14, 14));
    }
}
