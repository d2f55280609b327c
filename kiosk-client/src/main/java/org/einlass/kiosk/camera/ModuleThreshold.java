package org.einlass.kiosk.camera;

import com.google.zxing.common.BitMatrix;

/**
 * Decides module by module what is dark: darker than halfway between the mean dark and mean light module
 * around it.
 *
 * <p>Cures shadows, glare and screens that dim towards an edge; works in modules, so it needs no guess of
 * their size.
 */
final class ModuleThreshold {

    private static final int REACH = 4;

    private ModuleThreshold() {}

    static BitMatrix apply(ModuleSamples samples) {
        int dimension = samples.dimension;
        BitMatrix dark = new BitMatrix(dimension);
        float[] window = new float[(2 * REACH + 1) * (2 * REACH + 1)];
        for (int row = 0; row < dimension; row++) {
            for (int column = 0; column < dimension; column++) {
                if (samples.at(column, row) < threshold(samples, column, row, window)) {
                    dark.set(column, row);
                }
            }
        }
        return dark;
    }

    private static float threshold(ModuleSamples samples, int column, int row, float[] window) {
        int count = 0;
        float sum = 0;
        for (int y = Math.max(0, row - REACH); y <= Math.min(samples.dimension - 1, row + REACH); y++) {
            for (int x = Math.max(0, column - REACH); x <= Math.min(samples.dimension - 1, column + REACH); x++) {
                float value = samples.values[y * samples.dimension + x];
                window[count++] = value;
                sum += value;
            }
        }
        float mean = sum / count;
        float below = 0;
        float above = 0;
        int darker = 0;
        for (int i = 0; i < count; i++) {
            if (window[i] < mean) {
                below += window[i];
                darker++;
            } else {
                above += window[i];
            }
        }
        return darker == 0 || darker == count ? mean : (below / darker + above / (count - darker)) / 2;
    }
}
