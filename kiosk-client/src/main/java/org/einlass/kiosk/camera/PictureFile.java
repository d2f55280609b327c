package org.einlass.kiosk.camera;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.einlass.kiosk.camera.UnreadablePictureException.Reason;

/**
 * A picture in a file; only the first of an animated one. Sizes are bounded, so no file takes the memory
 * away.
 */
final class PictureFile {

    /** More pixels are thinned out while reading: a code that needs them all is too small for any camera. */
    private static final long WANTED_PIXELS = 8_000_000;

    private static final long MOST_PIXELS = 400_000_000;
    private static final long MOST_BYTES = 200_000_000;

    private PictureFile() {}

    /** @throws UnreadablePictureException where the file is missing, no picture, or too big */
    static CameraFrame read(Path file) throws UnreadablePictureException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UnreadablePictureException(file, Reason.TOO_BIG);
            }
            if (!Files.isRegularFile(file)) {
                throw new UnreadablePictureException(file, Reason.UNREADABLE);
            }
            return decode(file);
        } catch (NoSuchFileException missing) {
            throw because(missing, new UnreadablePictureException(file, Reason.MISSING));
        } catch (UnreadablePictureException known) {
            throw known;
        } catch (IOException unreadable) {
            throw because(unreadable, new UnreadablePictureException(file, Reason.UNREADABLE));
        }
    }

    private static CameraFrame decode(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new UnreadablePictureException(file, isWebp(bytes) ? Reason.WEBP : Reason.NO_PICTURE);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return CameraFrame.of(file.toString(), image(file, reader));
            } finally {
                reader.dispose();
            }
        }
    }

    private static boolean isWebp(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
        return head.startsWith("RIFF") && head.endsWith("WEBP");
    }

    private static BufferedImage image(Path file, ImageReader reader) throws UnreadablePictureException {
        try {
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new UnreadablePictureException(file, Reason.TOO_BIG);
            }
            int step = (int) Math.ceil(Math.sqrt((double) pixels / WANTED_PIXELS));
            ImageReadParam thinned = reader.getDefaultReadParam();
            thinned.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
            return reader.read(0, thinned);
        } catch (UnreadablePictureException tooBig) {
            throw tooBig;
        } catch (IOException | RuntimeException broken) {
            // The JDK's decoders answer broken bytes with index, argument and state errors as well as with
            // IOException.
            throw because(broken, new UnreadablePictureException(file, Reason.NO_PICTURE));
        }
    }

    private static UnreadablePictureException because(Exception cause, UnreadablePictureException failure) {
        failure.initCause(cause);
        return failure;
    }
}
