package org.einlass.kiosk.camera;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Map;
import java.util.Optional;

/**
 * What everybody has: ZXing's QR reader with its best binarizer and TRY_HARDER. The measure for the cascade.
 */
public final class PlainZxing {

    private PlainZxing() {}

    public static Optional<String> read(CameraFrame cameraFrame) {
        var source = new PlanarYUVLuminanceSource(
                cameraFrame.luminance(),
                cameraFrame.width(),
                cameraFrame.height(),
                0,
                0,
                cameraFrame.width(),
                cameraFrame.height(),
                false);
        try {
            return Optional.of(new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(source)),
                            Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                    .getText());
        } catch (ReaderException none) {
            return Optional.empty();
        }
    }
}
