package org.einlass.server.report.certificate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.einlass.contract.Wording;
import org.einlass.reports.page.Picture;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;

/**
 * A picture that somebody sent for certificates, read and written anew: what is kept is pixels, and nothing that a
 * camera or a drawing program wrote beside them.
 */
final class CertificateImage {
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_PIXELS_A_SIDE = 4_000;
    private static final int FEWEST_PIXELS_A_SIDE = 16;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private CertificateImage() {}

    /** The picture as PNG. @throws Rejected where it is none, or too large */
    static byte[] cleaned(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw Rejected.because(RejectionReason.TOO_LARGE)
                    .saying(
                            new Wording("Dieses Bild ist größer als 1 MB.", "This picture is larger than 1 MB."),
                            new Wording(
                                    "Bitte kleiner speichern; 1600 Pixel Breite genügen.",
                                    "Save it smaller; 1600 pixels of width are enough."));
        }
        if (!isFit(file)) {
            throw bad();
        }
        Picture picture = Picture.read(file).orElseThrow(CertificateImage::bad);
        ByteArrayOutputStream clean = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture.image(), "png", clean);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return clean.toByteArray();
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
                        && isFit(reader.getWidth(0))
                        && isFit(reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Readers of pictures answer damaged files with almost any exception; for us it is no picture.
            return false;
        }
    }

    private static boolean isFit(int side) {
        return side >= FEWEST_PIXELS_A_SIDE && side <= MOST_PIXELS_A_SIDE;
    }

    private static Rejected bad() {
        return Rejected.because(RejectionReason.BAD_FILE)
                .saying(
                        new Wording("Das ist kein Bild, das sich drucken lässt.", "This is no picture to be printed."),
                        new Wording(
                                "Bitte PNG oder JPEG senden, jede Seite 16 bis 4000 Pixel.",
                                "Send PNG or JPEG, each side 16 to 4000 pixels."));
    }
}
