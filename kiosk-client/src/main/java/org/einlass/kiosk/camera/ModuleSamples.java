package org.einlass.kiosk.camera;

/** Brightness of each module of a symbol, row by row, with light print on dark already turned around. */
final class ModuleSamples {

    private static final double AROUND = 0.25;

    final int dimension;
    final float[] values;

    ModuleSamples(int dimension) {
        this.dimension = dimension;
        this.values = new float[dimension * dimension];
    }

    /** Each module is the mean of five points around its middle. */
    static ModuleSamples of(Grid grid, GreyPlane plane, boolean inverted) {
        ModuleSamples samples = new ModuleSamples(grid.patterns.dimension);
        double[] point = new double[2];
        int i = 0;
        for (int row = 0; row < samples.dimension; row++) {
            for (int column = 0; column < samples.dimension; column++) {
                float value = 2 * sample(grid, plane, column + 0.5, row + 0.5, point)
                        + sample(grid, plane, column + 0.5 - AROUND, row + 0.5 - AROUND, point)
                        + sample(grid, plane, column + 0.5 + AROUND, row + 0.5 - AROUND, point)
                        + sample(grid, plane, column + 0.5 - AROUND, row + 0.5 + AROUND, point)
                        + sample(grid, plane, column + 0.5 + AROUND, row + 0.5 + AROUND, point);
                samples.values[i++] = inverted ? 255 - value / 6 : value / 6;
            }
        }
        return samples;
    }

    private static float sample(Grid grid, GreyPlane plane, double u, double v, double[] point) {
        grid.locate(u, v, point);
        return plane.at(point[0], point[1]);
    }

    float at(int column, int row) {
        return values[clamped(row) * dimension + clamped(column)];
    }

    private int clamped(int index) {
        return Math.max(0, Math.min(dimension - 1, index));
    }
}
