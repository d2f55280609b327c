package org.einlass.kiosk.camera;

import java.util.Arrays;
import java.util.Random;

/**
 * A picture in the making: brightness as floating numbers, 0 black to 255 white, before the camera rounds
 * them.
 */
final class Plane {

    final int width;
    final int height;
    float[] values;

    Plane(int width, int height, float value) {
        this.width = width;
        this.height = height;
        this.values = new float[width * height];
        Arrays.fill(values, value);
    }

    /** A change of one pixel by its place. */
    @FunctionalInterface
    interface Change {
        double at(double x, double y, double value);
    }

    void change(Change change) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                values[y * width + x] = (float) change.at(x + 0.5, y + 0.5, values[y * width + x]);
            }
        }
    }

    void addNoise(double deviation, Random random) {
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (deviation * random.nextGaussian());
        }
    }

    void blur(double deviation) {
        if (deviation < 0.05) {
            return;
        }
        int reach = (int) Math.ceil(3 * deviation);
        double[] weights = new double[2 * reach + 1];
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = Math.exp(-i * i / (2 * deviation * deviation));
        }
        double sum = Arrays.stream(weights).sum();
        values = convolved(convolved(values, weights, sum, 1, 0), weights, sum, 0, 1);
    }

    private float[] convolved(float[] from, double[] weights, double sum, int dx, int dy) {
        float[] to = new float[from.length];
        int reach = weights.length / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = 0;
                for (int i = -reach; i <= reach; i++) {
                    value +=
                            weights[i + reach] * from[clamped(y + i * dy, height) * width + clamped(x + i * dx, width)];
                }
                to[y * width + x] = (float) (value / sum);
            }
        }
        return to;
    }

    /** A lens out of focus spreads each point to a disc. */
    void defocus(double radius) {
        if (radius < 0.5) {
            return;
        }
        int reach = (int) Math.ceil(radius);
        float[] to = new float[values.length];
        double count = 0;
        for (int dy = -reach; dy <= reach; dy++) {
            int half = (int) Math.round(Math.sqrt(Math.max(0, radius * radius - dy * dy)));
            count += 2 * half + 1;
            addRows(to, dy, half);
        }
        for (int i = 0; i < to.length; i++) {
            to[i] /= (float) count;
        }
        values = to;
    }

    private void addRows(float[] to, int dy, int half) {
        for (int y = 0; y < height; y++) {
            int row = clamped(y + dy, height) * width;
            double sum = 0;
            for (int x = -half; x <= half; x++) {
                sum += values[row + clamped(x, width)];
            }
            for (int x = 0; x < width; x++) {
                to[y * width + x] += (float) sum;
                sum += values[row + clamped(x + half + 1, width)] - values[row + clamped(x - half, width)];
            }
        }
    }

    /** A hand that moves during the exposure spreads each point to a line. */
    void motion(double length, double angle) {
        int steps = Math.max(1, (int) Math.ceil(length * 2));
        float[] to = new float[values.length];
        for (int s = 0; s <= steps; s++) {
            double along = length * ((double) s / steps - 0.5);
            add(to, along * Math.cos(angle), along * Math.sin(angle));
        }
        for (int i = 0; i < to.length; i++) {
            to[i] /= steps + 1;
        }
        values = to;
    }

    private void add(float[] to, double dx, double dy) {
        int left = (int) Math.floor(dx);
        int up = (int) Math.floor(dy);
        float fx = (float) (dx - left);
        float fy = (float) (dy - up);
        for (int y = 0; y < height; y++) {
            int upper = clamped(y + up, height) * width;
            int lower = clamped(y + up + 1, height) * width;
            for (int x = 0; x < width; x++) {
                int a = clamped(x + left, width);
                int b = clamped(x + left + 1, width);
                float top = values[upper + a] * (1 - fx) + values[upper + b] * fx;
                float bottom = values[lower + a] * (1 - fx) + values[lower + b] * fx;
                to[y * width + x] += top * (1 - fy) + bottom * fy;
            }
        }
    }

    byte[] bytes() {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(Math.max(0, Math.min(255, values[i])));
        }
        return bytes;
    }

    private static int clamped(int value, int size) {
        return Math.max(0, Math.min(size - 1, value));
    }
}
