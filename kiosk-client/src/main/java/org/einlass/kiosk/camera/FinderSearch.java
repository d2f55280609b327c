package org.einlass.kiosk.camera;

import java.util.List;

/**
 * Finds finder patterns, dark on light or light on dark, by the 1:1:3:1:1 of ISO/IEC 18004 along rows and
 * columns.
 *
 * <p>Two things make it tolerant where ZXing's search is not. Lengths are compared from one edge to the next
 * edge of the same kind, which swollen or thinned print leaves alone. And the column is only judged once row
 * and column have walked to the pattern's middle in turns: there a tilted pattern, too, shows 1:1:3:1:1, with
 * another module size.
 */
final class FinderSearch {

    private static final int RUNS = 5;
    private static final double MODULES = 7;
    private static final double LEAST_TOTAL = 8;
    private static final double TOLERANCE = 0.85;
    private static final double MOST_SLANT = 4.5;
    private static final double CONTRAST_TO_NOISE = 2.6;
    private static final int MOST_PATTERNS = 250;

    private final int[] starts = new int[8192];
    private final PatternCrossing patternCrossing = new PatternCrossing();

    private GreyPlane grey = new GreyPlane();
    private double leastContrast;

    /**
     * Adds to what is known; looks at every {@code step}th row.
     *
     * @param from the plane in grey, to see whether a pattern stands out from the noise
     */
    void search(BitPlane plane, GreyPlane from, double noise, int step, List<FinderPattern> known, Deadline deadline) {
        grey = from;
        leastContrast = CONTRAST_TO_NOISE * noise;
        for (int y = step / 2; y < plane.height && !deadline.expired(); y += step) {
            searchRow(plane, y, known);
        }
    }

    private void searchRow(BitPlane plane, int y, List<FinderPattern> known) {
        int count = runs(plane, y);
        for (int i = 0; i + RUNS < count; i++) {
            if (isFinder(
                    starts[i + 1] - starts[i],
                    starts[i + 2] - starts[i + 1],
                    starts[i + 3] - starts[i + 2],
                    starts[i + 4] - starts[i + 3],
                    starts[i + 5] - starts[i + 4])) {
                inspect(plane, (starts[i + 2] + starts[i + 3]) / 2, y, known);
            }
        }
    }

    /** Where black turns to white and back in a row; the last one is the row's end. */
    private int runs(BitPlane plane, int y) {
        int row = y * plane.width;
        int count = 0;
        int last = -1;
        for (int x = 0; x < plane.width && count < starts.length - 1; x++) {
            int bit = plane.bits[row + x];
            if (bit != last) {
                starts[count++] = x;
                last = bit;
            }
        }
        starts[count] = plane.width;
        return count + 1;
    }

    /** Edge to edge 2:4:4:2, each within a tolerance, and no run lost altogether. */
    static boolean isFinder(double a, double b, double c, double d, double e) {
        double total = a + b + c + d + e;
        if (total < LEAST_TOTAL) {
            return false;
        }
        double module = total / MODULES;
        double slack = TOLERANCE * module + 0.5;
        return Math.abs(a + b - 2 * module) < slack
                && Math.abs(b + c - 4 * module) < 1.3 * slack
                && Math.abs(c + d - 4 * module) < 1.3 * slack
                && Math.abs(d + e - 2 * module) < slack
                && c > 1.7 * module
                && Math.min(a, e) > 0.3 * module
                && Math.min(b, d) > 0.3 * module;
    }

    private void inspect(BitPlane plane, int x, int y, List<FinderPattern> known) {
        if (!patternCrossing.walkToMiddle(plane, x, y)) {
            return;
        }
        double slant = patternCrossing.sizeX / patternCrossing.sizeY;
        if (slant > MOST_SLANT || slant < 1 / MOST_SLANT) {
            return;
        }
        boolean inverted = plane.bits[y * plane.width + x] == 0;
        double contrast = contrast(plane.scale) * (inverted ? -1 : 1);
        if (contrast > leastContrast) {
            add(known, plane.scale, contrast, inverted);
        }
    }

    /** How much lighter the inner ring is than the rest, where row and column cross it. */
    private double contrast(int scale) {
        double light = ring(2, scale) / 4;
        double dark = (ring(3, scale) + ring(0.7, scale) + ring(0, scale) / 4) / 9;
        return light - dark;
    }

    private double ring(double modules, int scale) {
        double dx = modules * patternCrossing.sizeX;
        double dy = modules * patternCrossing.sizeY;
        return grey.at((patternCrossing.x - dx) * scale, patternCrossing.y * scale)
                + grey.at((patternCrossing.x + dx) * scale, patternCrossing.y * scale)
                + grey.at(patternCrossing.x * scale, (patternCrossing.y - dy) * scale)
                + grey.at(patternCrossing.x * scale, (patternCrossing.y + dy) * scale);
    }

    private void add(List<FinderPattern> known, int scale, double contrast, boolean inverted) {
        double x = patternCrossing.x * scale;
        double y = patternCrossing.y * scale;
        for (FinderPattern pattern : known) {
            if (pattern.inverted == inverted && pattern.isNear(x, y)) {
                pattern.merge(x, y, patternCrossing.sizeX * scale, patternCrossing.sizeY * scale);
                return;
            }
        }
        if (known.size() < MOST_PATTERNS) {
            known.add(new FinderPattern(
                    x,
                    y,
                    patternCrossing.sizeX * scale,
                    patternCrossing.sizeY * scale,
                    contrast / leastContrast,
                    inverted));
        }
    }
}
