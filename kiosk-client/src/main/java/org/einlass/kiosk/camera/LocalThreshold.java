package org.einlass.kiosk.camera;

import java.util.Arrays;

/**
 * Black is what is darker than the mean around it: cures low contrast, shadows and glare.
 *
 * <p>Source: Bradley and Roth, Adaptive Thresholding Using the Integral Image, 2007; here without their 15 %
 * margin, which would swallow pale print.
 */
final class LocalThreshold {

    private int[] sums = new int[0];

    /**
     * Makes a plane black and white.
     *
     * @param window side of the square around each pixel, in pixels of the plane
     * @param margin how much darker than the mean black is, so that noise on plain paper stays white
     */
    void apply(GreyPlane from, int window, double margin, BitPlane to) {
        int margin16 = (int) (16 * margin);
        to.resize(from);
        sum(from);
        int stride = from.width + 1;
        int reach = window / 2;
        for (int y = 0; y < from.height; y++) {
            int top = Math.max(0, y - reach) * stride;
            int bottom = Math.min(from.height, y + reach + 1);
            int rows = bottom - Math.max(0, y - reach);
            bottom *= stride;
            int row = y * from.width;
            for (int x = 0; x < from.width; x++) {
                int left = Math.max(0, x - reach);
                int right = Math.min(from.width, x + reach + 1);
                int sum = sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
                int area = (right - left) * rows;
                to.bits[row + x] =
                        (byte) ((((from.pixels[row + x] & 0xFF) * 16 + margin16) * (long) area - 16L * sum) >>> 63);
            }
        }
    }

    /** The integral image, with an empty row above and an empty column on the left. */
    private void sum(GreyPlane from) {
        int stride = from.width + 1;
        if (sums.length < stride * (from.height + 1)) {
            sums = new int[stride * (from.height + 1)];
        }
        Arrays.fill(sums, 0, stride, 0);
        for (int y = 0; y < from.height; y++) {
            int above = y * stride + 1;
            int here = above + stride;
            sums[here - 1] = 0;
            int sum = 0;
            int row = y * from.width;
            for (int x = 0; x < from.width; x++) {
                sum += from.pixels[row + x] & 0xFF;
                sums[here + x] = sums[above + x] + sum;
            }
        }
    }
}
