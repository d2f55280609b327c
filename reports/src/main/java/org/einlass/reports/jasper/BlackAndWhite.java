package org.einlass.reports.jasper;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;

/** A colour raster as one bit a dot: dark dots black, by a threshold, as label printers do. */
final class BlackAndWhite {

    private static final int THRESHOLD = 128_000;

    private BlackAndWhite() {}

    static BufferedImage of(BufferedImage colour) {
        int width = colour.getWidth();
        int height = colour.getHeight();
        BufferedImage black = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        int[] source = ((DataBufferInt) colour.getRaster().getDataBuffer()).getData();
        byte[] target = ((DataBufferByte) black.getRaster().getDataBuffer()).getData();
        int stride = (width + 7) / 8;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (isLight(source[y * width + x])) {
                    target[y * stride + (x >> 3)] |= (byte) (0x80 >> (x & 7));
                }
            }
        }
        return black;
    }

    private static boolean isLight(int rgb) {
        return 299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF) >= THRESHOLD;
    }
}
