package org.einlass.kiosk.camera;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Arrays;

/**
 * An invented picture that leads through every stage, so that the first guest does not wait for the JVM's
 * compiler.
 */
final class DecoderWarmUp {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int MODULE = 7;
    private static final int LEFT = 500;
    private static final int TOP = 250;
    private static final byte PAPER = (byte) 200;
    private static final byte INK = 40;

    private DecoderWarmUp() {}

    /**
     * A symbol whose patterns are all there, but whose words are not: no stage reads it, so each has to try.
     */
    static CameraFrame frame() {
        byte[] plane = new byte[WIDTH * HEIGHT];
        Arrays.fill(plane, PAPER);
        ByteMatrix symbol = symbol();
        for (int row = 0; row < symbol.getHeight(); row++) {
            for (int column = 0; column < symbol.getWidth(); column++) {
                boolean word = row > 8 && column > 8 && (row + column) % 3 == 0;
                if (word != (symbol.get(column, row) == 1)) {
                    ink(plane, column, row);
                }
            }
        }
        return CameraFrame.ofLuminance("rehearsal", plane, WIDTH, HEIGHT);
    }

    /** Leans each row to the right, as a tilted ticket does, so that plain ZXing has its trouble as well. */
    private static void ink(byte[] plane, int column, int row) {
        for (int y = row * MODULE; y < (row + 1) * MODULE; y++) {
            int from = (TOP + y) * WIDTH + LEFT + column * MODULE + y / 3;
            Arrays.fill(plane, from, from + MODULE, INK);
        }
    }

    private static ByteMatrix symbol() {
        try {
            return Encoder.encode("EINLASS", ErrorCorrectionLevel.Q).getMatrix();
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
