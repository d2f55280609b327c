package org.einlass.kiosk.camera;

import java.awt.image.BufferedImage;

/** Brightness of colours as the eye weighs them (ITU-R BT.601). */
final class Luminance {

    private static final int OPAQUE = 255;

    private Luminance() {}

    static byte[] of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] plane = new byte[Math.multiplyExact(width, height)];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                plane[y * width + x] = (byte) ofArgb(row[x]);
            }
        }
        return plane;
    }

    private static int ofArgb(int argb) {
        int red = argb >> 16 & 0xFF;
        int green = argb >> 8 & 0xFF;
        int blue = argb & 0xFF;
        int grey = (306 * red + 601 * green + 117 * blue + 512) >> 10;
        int alpha = argb >>> 24;
        return alpha == OPAQUE ? grey : (grey * alpha + 255 * (255 - alpha)) / 255;
    }
}
