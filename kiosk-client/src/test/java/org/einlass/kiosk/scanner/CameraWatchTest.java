package org.einlass.kiosk.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.einlass.kiosk.camera.CameraFrame;
import org.junit.jupiter.api.Test;

/** Case 14: a camera that is gone, stands still, is black or covered is told within three seconds. */
class CameraWatchTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    private final CameraWatch cameraWatch = new CameraWatch(0);

    @Test
    void case14ACameraThatSendsNothingMoreIsToldWithinThreeSecondsAndSoIsItsReturn() {
        see(scene(), 0);
        assertThat(changesAt(1_900)).isFalse();

        assertThat(changesAt(2_250)).isTrue();
        assertThat(cameraWatch.isBlind()).isTrue();
        assertThat(cameraWatch.picturesCome()).isFalse();

        see(scene(), 20_000);
        assertThat(changesAt(20_000)).isTrue();
        assertThat(cameraWatch.isBlind()).isFalse();
    }

    @Test
    void case14BlackPicturesAreNoPictures() {
        see(scene(), 0);
        for (int millis = 33; millis < 2_500; millis += 33) {
            see(plain(9, 4), millis);
        }

        assertThat(changesAt(2_500)).isTrue();
        assertThat(cameraWatch.picturesCome()).isTrue();
    }

    @Test
    void case14ACoveredLensIsKnownByItsPlainPicture() {
        assertThat(CameraWatch.isCovered(frame(plain(90, 2)))).isTrue();
        assertThat(CameraWatch.isCovered(frame(plain(0, 0)))).isTrue();
    }

    @Test
    void aDimHallIsNotCovered() {
        byte[] dim = scene();
        for (int i = 0; i < dim.length; i++) {
            dim[i] = (byte) ((dim[i] & 0xFF) / 4);
        }

        assertThat(CameraWatch.isCovered(frame(dim))).isFalse();
        assertThat(CameraWatch.isCovered(frame(scene()))).isFalse();
    }

    private void see(byte[] luminance, long millis) {
        cameraWatch.seen(frame(luminance), Duration.ofMillis(millis).toNanos());
    }

    private boolean changesAt(long millis) {
        return cameraWatch.look(Duration.ofMillis(millis).toNanos());
    }

    private static CameraFrame frame(byte[] luminance) {
        return CameraFrame.ofLuminance("test", luminance, WIDTH, HEIGHT);
    }

    /** A bright window, a dark coat, and something between. */
    private static byte[] scene() {
        byte[] luminance = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < luminance.length; i++) {
            int x = i % WIDTH;
            luminance[i] = (byte) (x < 200 ? 40 : x < 400 ? 120 : 210);
        }
        return luminance;
    }

    private static byte[] plain(int brightness, int noise) {
        byte[] luminance = new byte[WIDTH * HEIGHT];
        Arrays.fill(luminance, (byte) brightness);
        Random random = new Random(1);
        for (int i = 0; noise > 0 && i < luminance.length; i++) {
            luminance[i] = (byte) (brightness + random.nextInt(2 * noise + 1) - noise);
        }
        return luminance;
    }
}
