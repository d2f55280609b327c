package org.einlass.kiosk.camera;

/**
 * Undoes the blur of lens and hand: learns from the modules whose colour is known how each module has run
 * into its neighbours, and turns that around for all others.
 *
 * <p>A linear equaliser trained by regularised least squares, as receivers do with a known preamble (Proakis,
 * Digital Communications, chapter on adaptive equalisation); here in two dimensions over half modules.
 */
final class ModuleEqualiser {

    /** Where the picture is sampled around a module's middle, in modules. */
    private static final double[][] TAPS = {
        {0, 0}, {-0.5, 0}, {0.5, 0}, {0, -0.5}, {0, 0.5}, {-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-1, -1}, {1, -1}, {-1, 1},
        {1, 1}
    };

    private static final int REACH = 4;
    private static final double RIDGE = 0.03;

    private final GreyPlane plane;
    private final boolean inverted;
    private final Grid grid;
    private final ModuleSamples raw;
    private final double[] point = new double[2];
    private final double[] features = new double[TAPS.length];

    ModuleEqualiser(Grid grid, GreyPlane plane, boolean inverted, ModuleSamples raw) {
        this.grid = grid;
        this.plane = plane;
        this.inverted = inverted;
        this.raw = raw;
    }

    /** What the modules were before the blur: about -1 for dark and 1 for light. */
    ModuleSamples equalised() {
        double[] weights = learned();
        ModuleSamples clear = new ModuleSamples(raw.dimension);
        for (int row = 0; row < raw.dimension; row++) {
            for (int column = 0; column < raw.dimension; column++) {
                look(column, row);
                double value = 0;
                for (int i = 0; i < features.length; i++) {
                    value += weights[i] * features[i];
                }
                clear.values[row * raw.dimension + column] = (float) value;
            }
        }
        return clear;
    }

    private double[] learned() {
        int n = TAPS.length;
        double[][] normal = new double[n][n + 1];
        FunctionPatterns patterns = grid.patterns;
        for (int k = 0; k < patterns.count(); k++) {
            look(patterns.columns[k], patterns.rows[k]);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    normal[i][j] += features[i] * features[j];
                }
                normal[i][n] -= features[i] * patterns.signs[k];
            }
        }
        double ridge = 0;
        for (int i = 0; i < n; i++) {
            ridge += normal[i][i] * RIDGE / n;
        }
        for (int i = 0; i < n; i++) {
            normal[i][i] += ridge + 1e-9;
        }
        return solved(normal);
    }

    /** Samples around a module, as differences from the mean brightness of its surroundings. */
    private void look(int column, int row) {
        double level = level(column, row);
        for (int i = 0; i < TAPS.length; i++) {
            grid.locate(column + 0.5 + TAPS[i][0], row + 0.5 + TAPS[i][1], point);
            double value = plane.at(point[0], point[1]);
            features[i] = (inverted ? 255 - value : value) - level;
        }
    }

    private double level(int column, int row) {
        double sum = 0;
        int count = 0;
        for (int y = Math.max(0, row - REACH); y <= Math.min(raw.dimension - 1, row + REACH); y++) {
            for (int x = Math.max(0, column - REACH); x <= Math.min(raw.dimension - 1, column + REACH); x++) {
                sum += raw.values[y * raw.dimension + x];
                count++;
            }
        }
        return sum / count;
    }

    /** Gauss elimination; the ridge keeps the matrix positive definite, so no pivoting is needed. */
    private static double[] solved(double[][] m) {
        int n = m.length;
        for (int i = 0; i < n; i++) {
            for (int k = i + 1; k < n; k++) {
                double factor = m[k][i] / m[i][i];
                for (int j = i; j <= n; j++) {
                    m[k][j] -= factor * m[i][j];
                }
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = m[i][n];
            for (int j = i + 1; j < n; j++) {
                sum -= m[i][j] * x[j];
            }
            x[i] = sum / m[i][i];
        }
        return x;
    }
}
