package org.einlass.kiosk.camera;

/**
 * How well a grid lies on a symbol: the mean correlation of its known patterns with the picture, -1 to 1.
 *
 * <p>Each pattern is correlated by itself, so shadow and glare on one say nothing about another. Samples
 * stand off the modules' middles in turns, so that a grid a third of a module off is felt.
 */
final class GridFitness {

    private static final double OFF_MIDDLE = 0.22;

    private final double[] point = new double[2];
    private GreyPlane plane = new GreyPlane();
    private int polarity = 1;

    void look(GreyPlane at, boolean inverted) {
        plane = at;
        polarity = inverted ? 1 : -1;
    }

    double of(Grid grid) {
        FunctionPatterns patterns = grid.patterns;
        double sum = 0;
        double weights = 0;
        int from = 0;
        for (int end : patterns.ends) {
            double weight = Math.sqrt(end - from);
            sum += weight * correlation(grid, from, end);
            weights += weight;
            from = end;
        }
        return polarity * sum / weights;
    }

    private double correlation(Grid grid, int from, int end) {
        FunctionPatterns patterns = grid.patterns;
        double sum = 0;
        double squares = 0;
        double product = 0;
        int signs = 0;
        for (int i = from; i < end; i++) {
            int column = patterns.columns[i];
            int row = patterns.rows[i];
            double du = ((column + row) & 1) == 0 ? OFF_MIDDLE : -OFF_MIDDLE;
            double dv = (column & 1) == 0 ? OFF_MIDDLE : -OFF_MIDDLE;
            grid.locate(column + 0.5 + du, row + 0.5 + dv, point);
            double value = plane.at(point[0], point[1]);
            sum += value;
            squares += value * value;
            product += value * patterns.signs[i];
            signs += patterns.signs[i];
        }
        double count = end - from;
        double spread = (squares - sum * sum / count) * (count - signs * signs / count);
        return spread < 1e-6 ? 0 : (product - sum * signs / count) / Math.sqrt(spread);
    }
}
