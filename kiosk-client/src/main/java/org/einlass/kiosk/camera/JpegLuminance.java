package org.einlass.kiosk.camera;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Brightness out of a JPEG picture, without the detour over colours: its first band is brightness already.
 *
 * <p>Keeps its decoder from picture to picture; one thread at a time.
 */
final class JpegLuminance {

    private static final long MOST_PIXELS = 40_000_000;
    private static final long WANTED_PIXELS = 4_000_000;
    private static final int GREY = 1;
    private static final int COLOUR = 3;

    private final ImageReader reader =
            ImageIO.getImageReadersByFormatName("jpeg").next();

    /** The frame, or empty where the bytes are no picture, or one that is bigger than any camera's. */
    Optional<CameraFrame> decode(String origin, byte[] jpeg) {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(input, true, true);
            return decode(origin);
        } catch (IOException | RuntimeException broken) {
            // The JDK's decoder answers broken bytes with index, argument and state errors as well.
            return Optional.empty();
        } finally {
            reader.reset();
        }
    }

    private Optional<CameraFrame> decode(String origin) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            return Optional.empty();
        }
        ImageReadParam thinned = reader.getDefaultReadParam();
        int step = (int) Math.max(1, Math.ceil(Math.sqrt((double) pixels / WANTED_PIXELS)));
        thinned.setSourceSubsampling(step, step, 0, 0);
        Raster raster = reader.readRaster(0, thinned);
        if (raster.getNumBands() != GREY && raster.getNumBands() != COLOUR) {
            return Optional.empty();
        }
        return Optional.of(CameraFrame.ofLuminance(origin, firstBand(raster), raster.getWidth(), raster.getHeight()));
    }

    private static byte[] firstBand(Raster raster) {
        int width = raster.getWidth();
        byte[] plane = new byte[width * raster.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                plane[y * width + x] = (byte) row[x];
            }
        }
        return plane;
    }
}
