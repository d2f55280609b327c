package org.einlass.kiosk.camera;

/**
 * The four corners of a code in a frame, named as they stand in the code, so a turned code has turned
 * corners.
 */
public record Quad(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {

    /** The middle of the four corners. */
    public Point centre() {
        return new Point(
                (topLeft.x() + topRight.x() + bottomRight.x() + bottomLeft.x()) / 4,
                (topLeft.y() + topRight.y() + bottomRight.y() + bottomLeft.y()) / 4);
    }

    /** The area in square pixels (shoelace formula). */
    public double area() {
        return Math.abs(cross(topLeft, topRight)
                        + cross(topRight, bottomRight)
                        + cross(bottomRight, bottomLeft)
                        + cross(bottomLeft, topLeft))
                / 2;
    }

    /** Whether a point lies inside; the quad is taken as convex, either way round. */
    boolean contains(Point point) {
        boolean a = isLeft(topLeft, topRight, point);
        return a == isLeft(topRight, bottomRight, point)
                && a == isLeft(bottomRight, bottomLeft, point)
                && a == isLeft(bottomLeft, topLeft, point);
    }

    private static boolean isLeft(Point from, Point to, Point point) {
        return (to.x() - from.x()) * (point.y() - from.y()) > (to.y() - from.y()) * (point.x() - from.x());
    }

    private static double cross(Point a, Point b) {
        return a.x() * b.y() - b.x() * a.y();
    }
}
