package org.einlass.reports.certificate;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import org.einlass.reports.page.Picture;

/** Reads the code of a certificate from a photograph or a scan of it. */
public final class CertificatePhoto {
    private CertificatePhoto() {}

    /** The code's text; empty where the file is no picture, or shows no code that can be read. */
    public static Optional<String> code(byte[] file) {
        return Picture.read(file).map(Picture::image).flatMap(CertificatePhoto::code);
    }

    private static Optional<String> code(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            return Optional.of(new QRCodeReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }
}
