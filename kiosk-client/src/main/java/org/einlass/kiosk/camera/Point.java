package org.einlass.kiosk.camera;

/** A place in a frame in pixels, from the upper left corner; the middle of the first pixel is (0.5, 0.5). */
public record Point(double x, double y) {

    double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
