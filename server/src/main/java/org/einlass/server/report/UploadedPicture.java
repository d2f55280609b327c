package org.einlass.server.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.einlass.contract.Wording;
import org.einlass.reports.page.Picture;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;

/**
 * A picture that an organiser uploads to be printed. Its head is looked at before any pixel is read: a file of a megabyte
 * may claim many, and the reader of some kinds holds all of them at once. What the camera or a drawing program wrote
 * beside the pixels is not kept.
 */
public final class UploadedPicture {
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_PIXELS_A_SIDE = 4_000;

    /** 200 mm by 100 mm at 500 dpi; held as a progressive JPEG these are some 50 MB. */
    private static final long MOST_PIXELS = 8_000_000L;

    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private UploadedPicture() {}

    /**
     * The picture as PNG, not larger than print needs.
     *
     * @param file as {@link #read} takes it
     * @param field of the request that it came in
     * @throws Rejected where it is none, or too large
     */
    public static byte[] png(byte[] file, String field) {
        Picture picture = read(file, field);
        ByteArrayOutputStream clean = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture.image(), "png", clean);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return clean.toByteArray();
    }

    /**
     * Reads it.
     *
     * @param file PNG or JPEG of at most 1 MB, each side at most 4000 pixels, at most 8 million of them
     * @param field of the request that it came in
     * @throws Rejected where it is none, or too large
     */
    public static Picture read(byte[] file, String field) {
        if (file.length > MOST_BYTES) {
            throw Rejected.because(RejectionReason.TOO_LARGE)
                    .at(field)
                    .saying(
                            new Wording("Dieses Bild ist größer als 1 MB.", "This picture is larger than 1 MB."),
                            new Wording(
                                    "Bitte kleiner speichern; 1600 Pixel Breite genügen.",
                                    "Save it smaller; 1600 pixels of width are enough."));
        }
        return (isFit(file) ? Picture.read(file) : Optional.<Picture>empty()).orElseThrow(() -> bad(field));
    }

    /** Looks at the head of the file, before any pixel is read. */
    private static boolean isFit(byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
                        && isFit(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Readers of pictures answer damaged files with almost any exception; for us it is no picture.
            return false;
        }
    }

    private static boolean isFit(int width, int height) {
        return Math.max(width, height) <= MOST_PIXELS_A_SIDE && (long) width * height <= MOST_PIXELS;
    }

    private static Rejected bad(String field) {
        return Rejected.because(RejectionReason.BAD_FILE)
                .at(field)
                .saying(
                        new Wording("Das ist kein Bild, das sich drucken lässt.", "This is no picture to be printed."),
                        new Wording(
                                "Bitte PNG oder JPEG senden, jede Seite höchstens 4000, zusammen höchstens 8 Millionen Pixel.",
                                "Send PNG or JPEG, each side at most 4000 pixels, at most 8 million in all."));
    }
}
