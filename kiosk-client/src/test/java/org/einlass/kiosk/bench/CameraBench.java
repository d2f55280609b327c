package org.einlass.kiosk.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.einlass.kiosk.camera.CodeRanking;
import org.einlass.kiosk.camera.CodeReader;
import org.einlass.kiosk.camera.EmptyPicture;
import org.einlass.kiosk.camera.FakeCamera;
import org.einlass.kiosk.camera.FrameSource;
import org.einlass.kiosk.camera.StreamCamera;
import org.einlass.kiosk.scanner.CameraScanner;

/**
 * What 30 frames a second from a network camera cost, looked at by the scanner, and how soon a lost camera is
 * back.
 */
public final class CameraBench {

    private static final int SECONDS = 20;
    private static final int WARM_UP_SECONDS = 8;
    private static final long PAUSE_MILLIS = 33;

    private CameraBench() {}

    /** Prints frames a second, share of a core, and the time to come back. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        BufferedImage hall = EmptyPicture.CLUTTER.picture(7).image();
        byte[] jpeg = FakeCamera.jpeg(hall);
        try (FakeCamera network = new FakeCamera(FakeCamera.steady(jpeg, PAUSE_MILLIS));
                StreamCamera camera = StreamCamera.overHttp(network.address())) {
            AtomicInteger frames = new AtomicInteger();
            CameraScanner scanner = new CameraScanner(
                    camera, new CodeReader(), CodeRanking.NONE, sight -> frames.incrementAndGet(), Clock.systemUTC());
            scanner.start(reading -> {});
            measure(frames);
            comeBack(network, camera);
            scanner.close();
        }
    }

    private static void measure(AtomicInteger frames) throws InterruptedException {
        Thread.sleep(WARM_UP_SECONDS * 1_000L);
        int framesBefore = frames.get();
        long processor = cameraThreads();
        long wall = System.nanoTime();
        Thread.sleep(SECONDS * 1_000L);
        double seconds = (System.nanoTime() - wall) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "MJPEG 1280x720: %.1f frames a second looked at, %.2f of a core (threads einlass-camera*)%n",
                (frames.get() - framesBefore) / seconds,
                (cameraThreads() - processor) / 1e9 / seconds);
    }

    private static void comeBack(FakeCamera network, FrameSource camera) throws IOException, InterruptedException {
        network.switchOff();
        while (camera.state() != FrameSource.State.LOST) {
            Thread.sleep(10);
        }
        Thread.sleep(5_000);
        long start = System.nanoTime();
        network.switchOn();
        while (camera.state() != FrameSource.State.LIVE) {
            Thread.sleep(5);
        }
        System.out.printf(
                Locale.ROOT,
                "camera off for 5 s: back after %d ms%n",
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    private static long cameraThreads() {
        var threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (var thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("einlass-camera")) {
                sum += threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        return sum;
    }
}
