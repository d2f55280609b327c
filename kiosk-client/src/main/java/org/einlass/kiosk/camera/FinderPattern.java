package org.einlass.kiosk.camera;

/**
 * One of the three squares in a square by which a code is found; grows more certain with each row that
 * crosses it.
 */
final class FinderPattern {

    final boolean inverted;
    /** Contrast by the least that stands out from the noise. */
    final double clarity;

    double x;
    double y;
    /** Module width along the row and along the column through the middle, in frame pixels. */
    double sizeX;

    double sizeY;
    int hits = 1;

    FinderPattern(double x, double y, double sizeX, double sizeY, double clarity, boolean inverted) {
        this.x = x;
        this.y = y;
        this.sizeX = sizeX;
        this.sizeY = sizeY;
        this.clarity = clarity;
        this.inverted = inverted;
    }

    boolean isNear(double otherX, double otherY) {
        return Math.abs(otherX - x) < 2.2 * sizeX && Math.abs(otherY - y) < 2.2 * sizeY;
    }

    /** The same pattern seen again: the mean of both, weighted by how often each was seen. */
    void merge(double otherX, double otherY, double otherSizeX, double otherSizeY) {
        double weight = 1.0 / (hits + 1);
        x += (otherX - x) * weight;
        y += (otherY - y) * weight;
        sizeX += (otherSizeX - sizeX) * weight;
        sizeY += (otherSizeY - sizeY) * weight;
        hits++;
    }

    double size() {
        return Math.sqrt(sizeX * sizeY);
    }

    /** Module width in a direction, as if the pattern were an ellipse along rows and columns. */
    double sizeAlong(double dx, double dy) {
        double length = Math.hypot(dx, dy);
        return 1 / Math.hypot(dx / length / sizeX, dy / length / sizeY);
    }

    Point centre() {
        return new Point(x, y);
    }
}
