package org.einlass.reports.page;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A pixel picture, opaque and not larger than print needs. Immutable. */
public final class Picture {

    /** 100 mm at 400 dpi. */
    private static final int MOST_PIXELS_A_SIDE = 1600;

    /**
     * Ten thousand a side, more than any logo has. A file of a megabyte can claim many times as many, and some readers
     * hold all of them while they make them fewer.
     */
    private static final long MOST_SOURCE_PIXELS = 100_000_000L;

    private final BufferedImage image;

    private Picture(BufferedImage image) {
        this.image = image;
    }

    /** Reads PNG, JPEG, GIF or BMP, made smaller while it is read; empty for anything else. */
    public static Optional<Picture> read(byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? read(readers.next(), in) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // ImageIO's readers answer damaged files with almost any exception; for us it is no picture.
            return Optional.empty();
        }
    }

    private static Optional<Picture> read(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_SOURCE_PIXELS) {
                return Optional.empty();
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int step = (int) Math.max(1, Math.ceil(Math.max(width, height) / (double) MOST_PIXELS_A_SIDE));
            param.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(new Picture(onWhite(reader.read(0, param))));
        } finally {
            reader.dispose();
        }
    }

    /** PDF/A-2 allows transparency, one-bit printers do not; paper is white anyway. */
    private static BufferedImage onWhite(BufferedImage source) {
        BufferedImage opaque = new BufferedImage(source.getWidth(), source.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = opaque.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setColor(Ink.WHITE.awt());
        pen.fillRect(0, 0, opaque.getWidth(), opaque.getHeight());
        pen.drawImage(source, 0, 0, null);
        pen.dispose();
        return opaque;
    }

    /** The pixels; not to be written to. */
    public BufferedImage image() {
        return image;
    }

    /** Width by height. */
    public double aspect() {
        return image.getWidth() / (double) image.getHeight();
    }
}
