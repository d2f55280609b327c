package org.einlass.kiosk.camera;

/** The row and the column through the middle of a possible finder pattern, in pixels of a plane. */
final class PatternCrossing {

    private static final int TURNS = 3;

    double x;
    double y;
    double sizeX;
    double sizeY;

    private final int[] runs = new int[5];
    private double middle;

    /**
     * From a dark spot (or a light one, where print is inverted) to the middle of the pattern around it.
     *
     * @return whether row and column there both show a finder pattern
     */
    boolean walkToMiddle(BitPlane plane, int startX, int startY) {
        x = startX + 0.5;
        y = startY + 0.5;
        int colour = plane.bits[startY * plane.width + startX];
        boolean across = false;
        boolean down = false;
        for (int turn = 0; turn < TURNS; turn++) {
            if (!measure(plane, colour, 0, 1)) {
                return false;
            }
            down = isFinder();
            y = middle;
            sizeY = size();
            if (!measure(plane, colour, 1, 0)) {
                return false;
            }
            across = isFinder();
            x = middle;
            sizeX = size();
            if (across && down) {
                return true;
            }
        }
        return false;
    }

    private boolean isFinder() {
        return FinderSearch.isFinder(runs[0], runs[1], runs[2], runs[3], runs[4]);
    }

    private double size() {
        return (runs[0] + runs[1] + runs[2] + runs[3] + runs[4]) / 7.0;
    }

    /** The five runs around the present place, along a row (1, 0) or a column (0, 1). */
    private boolean measure(BitPlane plane, int colour, int dx, int dy) {
        int px = (int) x;
        int py = (int) y;
        if (!plane.contains(px, py) || plane.bits[py * plane.width + px] != colour) {
            return false;
        }
        int limit = (dx == 1 ? plane.width : plane.height) / 2;
        int back = walk(plane, colour, -dx, -dy, limit, 2, -1);
        int forth = walk(plane, colour, dx, dy, limit, 2, 1);
        if (back < 0 || forth < 0) {
            return false;
        }
        runs[2] = back + forth - 1;
        double here = dx == 1 ? px : py;
        middle = here + 0.5 + (forth - back) / 2.0;
        return true;
    }

    /** Counts the half run in the middle and returns it; the two runs beyond go to their places. */
    private int walk(BitPlane plane, int colour, int dx, int dy, int limit, int at, int side) {
        int px = (int) x;
        int py = (int) y;
        int half = 0;
        int wanted = colour;
        int run = 0;
        int part = 0;
        for (int steps = 0; steps < limit; steps++, px += dx, py += dy) {
            boolean inside = plane.contains(px, py);
            if (inside && plane.bits[py * plane.width + px] == wanted) {
                run++;
                continue;
            }
            if (part == 0) {
                half = run;
            }
            if (part > 0) {
                runs[at + side * part] = run;
            }
            if (part == 2) {
                return half;
            }
            if (!inside) {
                return -1;
            }
            part++;
            wanted = 1 - wanted;
            run = 1;
        }
        return -1;
    }
}
