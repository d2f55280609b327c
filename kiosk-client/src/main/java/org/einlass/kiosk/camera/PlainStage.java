package org.einlass.kiosk.camera;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.detector.Detector;
import java.util.Optional;

/** ZXing as it comes: cures nothing and reads the clean code, held straight, fastest. */
final class PlainStage {

    /** Half of a finder pattern's seven modules: from its middle to the code's edge. */
    private static final double TO_EDGE = 3.5;

    private final SymbolDecoder decoder;

    PlainStage(SymbolDecoder decoder) {
        this.decoder = decoder;
    }

    Optional<FoundText> read(CameraFrame cameraFrame) {
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
            DetectorResult detected =
                    new Detector(new BinaryBitmap(new HybridBinarizer(source)).getBlackMatrix()).detect();
            return decoder.decode(detected.getBits()).map(text -> new FoundText(text, corners(detected)));
        } catch (NotFoundException | FormatException none) {
            return Optional.empty();
        }
    }

    /** ZXing names the middles of the finder patterns: lower left, upper left, upper right. */
    private static Quad corners(DetectorResult detected) {
        ResultPoint[] points = detected.getPoints();
        double span = detected.getBits().getWidth() - 2 * TO_EDGE;
        return new Parallelogram(point(points[1]), point(points[2]), point(points[0])).grown(TO_EDGE / span);
    }

    private static Point point(ResultPoint point) {
        return new Point(point.getX(), point.getY());
    }

    /** Three corners of a code seen straight on. */
    private record Parallelogram(Point origin, Point right, Point down) {

        Quad grown(double margin) {
            return new Quad(
                    at(-margin, -margin), at(1 + margin, -margin), at(1 + margin, 1 + margin), at(-margin, 1 + margin));
        }

        private Point at(double u, double v) {
            return new Point(
                    origin.x() + u * (right.x() - origin.x()) + v * (down.x() - origin.x()),
                    origin.y() + u * (right.y() - origin.y()) + v * (down.y() - origin.y()));
        }
    }
}
