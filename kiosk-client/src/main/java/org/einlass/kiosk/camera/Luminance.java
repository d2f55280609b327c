package org.einlass.kiosk.camera;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * Brightness of colours as the eye weighs them (ITU-R BT.601). Grey pictures are read as they are: Java holds them for
 * linear light and would brighten them, while cameras and files mean the grey of a screen.
 */
final class Luminance {

    private static final int OPAQUE = 255;

    private Luminance() {}

    static byte[] of(BufferedImage image) {
        return isPlainGrey(image) ? grey(image) : coloured(image);
    }

    private static boolean isPlainGrey(BufferedImage image) {
        return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY
                && image.getRaster().getNumBands() == 1;
    }

    private static byte[] grey(BufferedImage image) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        int bits = raster.getSampleModel().getSampleSize(0);
        int most = (1 << bits) - 1;
        byte[] plane = new byte[Math.multiplyExact(width, image.getHeight())];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                plane[y * width + x] =
                        (byte) (bits >= Byte.SIZE ? row[x] >> (bits - Byte.SIZE) : row[x] * OPAQUE / most);
            }
        }
        return plane;
    }

    private static byte[] coloured(BufferedImage image) {
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
