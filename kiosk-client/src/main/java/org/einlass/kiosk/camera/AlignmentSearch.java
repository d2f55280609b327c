package org.einlass.kiosk.camera;

/**
 * Looks for the last alignment pattern around the place a grid expects it, and hangs the grid's fourth point
 * there.
 */
final class AlignmentSearch {

    private static final int SIDE = 5;
    private static final double STEP = 0.5;
    private static final double GOOD = 0.45;

    private final double[] point = new double[2];

    /**
     * Searches a square around the expected place.
     *
     * @param reach in modules
     * @return whether a pattern was found; else the grid stays as it was
     */
    boolean hang(Grid grid, GreyPlane plane, boolean inverted, double reach) {
        if (grid.patterns.version == 1) {
            return false;
        }
        double middle = grid.patterns.fourthPoint();
        double best = GOOD;
        double bestU = 0;
        double bestV = 0;
        for (double dv = -reach; dv <= reach; dv += STEP) {
            for (double du = -reach; du <= reach; du += STEP) {
                double match =
                        match(grid, plane, middle + du, middle + dv) * (inverted ? 1 : -1) - 0.02 * Math.hypot(du, dv);
                if (match > best) {
                    best = match;
                    bestU = du;
                    bestV = dv;
                }
            }
        }
        if (best <= GOOD) {
            return false;
        }
        grid.locate(middle + bestU, middle + bestV, point);
        grid.parameters[4] = point[0];
        grid.parameters[5] = point[1];
        grid.update();
        return true;
    }

    private double match(Grid grid, GreyPlane plane, double u, double v) {
        double sum = 0;
        double squares = 0;
        double product = 0;
        int signs = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                grid.locate(u + column - 2, v + row - 2, point);
                double value = plane.at(point[0], point[1]);
                int sign = Math.max(Math.abs(column - 2), Math.abs(row - 2)) == 1 ? -1 : 1;
                sum += value;
                squares += value * value;
                product += value * sign;
                signs += sign;
            }
        }
        double count = SIDE * SIDE;
        double spread = (squares - sum * sum / count) * (count - signs * signs / count);
        return spread < 1e-6 ? 0 : (product - sum * signs / count) / Math.sqrt(spread);
    }
}
