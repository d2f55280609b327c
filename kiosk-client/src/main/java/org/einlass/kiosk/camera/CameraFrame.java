package org.einlass.kiosk.camera;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One picture from a camera or a file, as a plane of 8-bit brightness.
 *
 * <p>The plane is shared, not copied: whoever makes a frame gives the array away.
 */
public final class CameraFrame {

    private final String origin;
    private final byte[] luminance;
    private final int width;
    private final int height;
    private final @Nullable BufferedImage colour;

    private CameraFrame(String origin, byte[] luminance, int width, int height, @Nullable BufferedImage colour) {
        if (width <= 0 || height <= 0 || luminance.length != width * height) {
            throw new IllegalArgumentException(
                    "a frame of " + width + "x" + height + " pixels needs as many bytes of brightness");
        }
        this.origin = origin;
        this.luminance = luminance;
        this.width = width;
        this.height = height;
        this.colour = colour;
    }

    /** A frame of brightness only; row by row from the top, one unsigned byte a pixel. */
    public static CameraFrame ofLuminance(String origin, byte[] luminance, int width, int height) {
        return new CameraFrame(origin, luminance, width, height, null);
    }

    /** A frame of any image; transparent pixels count as white paper. */
    public static CameraFrame of(String origin, BufferedImage image) {
        return new CameraFrame(origin, Luminance.of(image), image.getWidth(), image.getHeight(), image);
    }

    /** Where the frame came from, for support: a file's name or a camera's. */
    public String origin() {
        return origin;
    }

    /**
     * The shared plane of brightness, 0 black to 255 white as unsigned bytes; readers must not write to it.
     */
    public byte[] luminance() {
        return luminance;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The picture in colour, where the source had it at no extra cost. */
    public Optional<BufferedImage> colour() {
        return Optional.ofNullable(colour);
    }

    /** The picture for a screen: in colour where there is one, else in grey; grey shares the plane. */
    public BufferedImage image() {
        return colour().orElseGet(this::grey);
    }

    private BufferedImage grey() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        var model = new PixelInterleavedSampleModel(0, width, height, 1, width, new int[] {0});
        WritableRaster raster =
                Raster.createWritableRaster(model, new DataBufferByte(luminance, luminance.length), null);
        return new BufferedImage(image.getColorModel(), raster, false, null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CameraFrame that
                && width == that.width
                && height == that.height
                && Arrays.equals(luminance, that.luminance);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(luminance);
    }

    @Override
    public String toString() {
        return origin + " " + width + "x" + height;
    }
}
