package org.einlass.kiosk.camera;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Codes of other kinds than QR, by ZXing's own readers, where an event's tickets need them. Bars are read across the
 * frame and down it.
 */
final class OtherSymbolStage {
    private final MultiFormatReader reader = new MultiFormatReader();
    private byte[] turned = new byte[0];

    OtherSymbolStage(Set<Symbology> kinds) {
        reader.setHints(Map.of(
                DecodeHintType.POSSIBLE_FORMATS,
                kinds.stream().map(Symbology::format).toList()));
    }

    Optional<FoundText> read(CameraFrame frame) {
        return read(frame.luminance(), frame.width(), frame.height(), false).or(() -> readTurned(frame));
    }

    private Optional<FoundText> readTurned(CameraFrame frame) {
        int width = frame.width();
        int height = frame.height();
        if (turned.length != width * height) {
            turned = new byte[width * height];
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[x * height + y] = frame.luminance()[y * width + x];
            }
        }
        return read(turned, /* width= */ height, /* height= */ width, true);
    }

    private Optional<FoundText> read(byte[] luminance, int width, int height, boolean swapped) {
        var source = new PlanarYUVLuminanceSource(luminance, width, height, 0, 0, width, height, false);
        try {
            Result result = reader.decodeWithState(new BinaryBitmap(new HybridBinarizer(source)));
            return Optional.of(new FoundText(result.getText(), around(result.getResultPoints(), swapped)));
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }

    /** The upright rectangle around the points that the reader names; of bars it is a line. */
    private static Quad around(@Nullable ResultPoint[] points, boolean swapped) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (ResultPoint point : points) {
            if (point != null) {
                double x = swapped ? point.getY() : point.getX();
                double y = swapped ? point.getX() : point.getY();
                left = Math.min(left, x);
                top = Math.min(top, y);
                right = Math.max(right, x);
                bottom = Math.max(bottom, y);
            }
        }
        return new Quad(new Point(left, top), new Point(right, top), new Point(right, bottom), new Point(left, bottom));
    }
}
