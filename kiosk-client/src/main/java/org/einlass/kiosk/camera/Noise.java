package org.einlass.kiosk.camera;

import java.util.Arrays;

/**
 * The noise of a camera, measured in each picture: what a pixel differs from the mean of its neighbours, in
 * the median, which edges hardly move (after Immerkaer, Fast Noise Variance Estimation, 1996).
 */
final class Noise {

    private static final int ROW_STEP = 5;
    private static final int COLUMN_STEP = 3;

    /** Median of |2b-a-c| for normal noise of deviation 1. */
    private static final double MEDIAN = 1.652;

    private final int[] histogram = new int[511];

    /** Standard deviation in steps of brightness; at least a quarter, as cameras round. */
    double of(GreyPlane plane) {
        Arrays.fill(histogram, 0);
        int count = 0;
        for (int y = 1; y < plane.height; y += ROW_STEP) {
            int row = y * plane.width;
            for (int x = 1; x < plane.width - 1; x += COLUMN_STEP) {
                int i = row + x;
                int bend = 2 * (plane.pixels[i] & 0xFF) - (plane.pixels[i - 1] & 0xFF) - (plane.pixels[i + 1] & 0xFF);
                histogram[Math.abs(bend)]++;
                count++;
            }
        }
        return Math.max(0.25, median(count) / MEDIAN);
    }

    private double median(int count) {
        int below = 0;
        for (int i = 0; i < histogram.length; i++) {
            if (below + histogram[i] > count / 2) {
                return i - 0.5 + (count / 2.0 - below) / histogram[i];
            }
            below += histogram[i];
        }
        return 0;
    }
}
