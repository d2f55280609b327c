package org.einlass.reports.page;

/**
 * A rectangle on a page, points from the page's top left corner.
 *
 * @param x left edge
 * @param y upper edge
 */
public record PageFrame(double x, double y, double width, double height) {

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public PageFrame moved(double dx, double dy) {
        return new PageFrame(x + dx, y + dy, width, height);
    }

    /** The rectangle without a border on each side; never less than nothing. */
    public PageFrame inset(double border) {
        return new PageFrame(x + border, y + border, Math.max(0, width - 2 * border), Math.max(0, height - 2 * border));
    }

    /** Whether the other rectangle lies inside, with a hundredth of a point to spare. */
    public boolean contains(PageFrame other) {
        double spare = 0.01;
        return other.x >= x - spare
                && other.y >= y - spare
                && other.right() <= right() + spare
                && other.bottom() <= bottom() + spare;
    }
}
