package org.einlass.kiosk.scanner;

import java.time.Duration;
import org.einlass.kiosk.camera.CameraFrame;

/**
 * Tells whether a camera shows what is before it: pictures come, and they are neither black nor all alike.
 * One thread.
 */
final class CameraWatch {
    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();
    private static final int STEPS = 40;

    /** No lit place looks so dark everywhere. */
    private static final int BLACK = 24;

    /** Of brightness, within the picture: a lens that is covered shows no edge. */
    private static final double FLAT = 3.5;

    private long lastGood;
    private long lastPicture;
    private long now;
    private boolean blind;

    CameraWatch(long nanos) {
        lastGood = nanos;
        lastPicture = nanos - 2 * PATIENCE;
        now = nanos;
    }

    /** A picture has come. */
    void seen(CameraFrame cameraFrame, long nanos) {
        lastPicture = nanos;
        if (!isCovered(cameraFrame)) {
            lastGood = nanos;
        }
    }

    /** Whether something has changed since the last look. */
    boolean look(long nanos) {
        boolean before = blind;
        now = nanos;
        blind = nanos - lastGood > PATIENCE;
        return blind != before;
    }

    boolean isBlind() {
        return blind;
    }

    /** Whether pictures come, though nothing is to be seen in them. */
    boolean picturesCome() {
        return now - lastPicture < PATIENCE / 2;
    }

    static boolean isCovered(CameraFrame cameraFrame) {
        double sum = 0;
        double squares = 0;
        int brightest = 0;
        for (int row = 0; row < STEPS; row++) {
            for (int column = 0; column < STEPS; column++) {
                int x = (2 * column + 1) * cameraFrame.width() / (2 * STEPS);
                int y = (2 * row + 1) * cameraFrame.height() / (2 * STEPS);
                int value = cameraFrame.luminance()[y * cameraFrame.width() + x] & 0xFF;
                sum += value;
                squares += (double) value * value;
                brightest = Math.max(brightest, value);
            }
        }
        double count = STEPS * STEPS;
        double mean = sum / count;
        double spread = Math.sqrt(Math.max(0, squares / count - mean * mean));
        return brightest < BLACK || spread < FLAT;
    }
}
