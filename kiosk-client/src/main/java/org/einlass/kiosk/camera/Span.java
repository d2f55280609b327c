package org.einlass.kiosk.camera;

/**
 * Measures a finder pattern along any line through its middle: seven modules, however it is turned and
 * tilted.
 */
final class Span {

    private Span() {}

    /**
     * Module width in frame pixels along a direction; the pattern's own estimate where an edge cannot be
     * seen.
     */
    static double along(BitPlane plane, FinderPattern pattern, double dx, double dy) {
        double expected = pattern.sizeAlong(dx, dy);
        double length = Math.hypot(dx, dy);
        double forth = edge(plane, pattern, dx / length, dy / length, expected);
        double back = edge(plane, pattern, -dx / length, -dy / length, expected);
        double size = (forth + back) / 7;
        return size > expected / 2.5 && size < expected * 2.5 ? size : expected;
    }

    /** Distance from the middle to the outer edge of the outer ring: the third change of colour. */
    private static double edge(BitPlane plane, FinderPattern pattern, double dx, double dy, double expected) {
        double step = plane.scale * 0.5;
        int wanted = pattern.inverted ? 0 : 1;
        int changes = 0;
        for (double way = step; way < expected * 9; way += step) {
            int x = (int) ((pattern.x + dx * way) / plane.scale);
            int y = (int) ((pattern.y + dy * way) / plane.scale);
            if (!plane.contains(x, y)) {
                break;
            }
            if (plane.bits[y * plane.width + x] != wanted) {
                wanted = 1 - wanted;
                changes++;
                if (changes == 3) {
                    return way - step / 2;
                }
            }
        }
        return Double.NaN;
    }
}
