package org.einlass.reports.proof;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a QR code from a picture with plain ZXing. A phone looks at many frames of one paper; here the same picture
 * is looked at as it is and at half its size, each with both of ZXing's thresholds.
 */
public final class QrReader {

    private QrReader() {}

    public static Optional<String> read(BufferedImage image) {
        return readOnce(image).or(() -> readOnce(half(image)));
    }

    private static Optional<String> readOnce(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        LuminanceSource grey = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return Stream.of(new HybridBinarizer(grey), new GlobalHistogramBinarizer(grey))
                .map(QrReader::decoded)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> decoded(Binarizer threshold) {
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(threshold), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    private static BufferedImage half(BufferedImage image) {
        int width = image.getWidth() / 2;
        int height = image.getHeight() / 2;
        BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        half.createGraphics().drawImage(image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        return half;
    }
}
