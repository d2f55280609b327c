package org.einlass.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.einlass.kiosk.camera.FrameSource.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class StreamCameraTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final byte[] picture = FakeCamera.jpeg(new BufferedImage(320, 240, BufferedImage.TYPE_BYTE_GRAY));

    @Test
    void showsFramesOfANetworkCamera() throws Exception {
        try (FakeCamera network = new FakeCamera(FakeCamera.steady(picture, 33));
                StreamCamera camera = StreamCamera.overHttp(network.address())) {

            Optional<CameraFrame> frame = camera.next(PATIENCE);

            assertThat(frame)
                    .hasValueSatisfying(seen -> assertThat(seen.width()).isEqualTo(320));
            assertThat(camera.state()).isEqualTo(State.LIVE);
        }
    }

    @Test
    void comesBackByItselfAfterTheCameraWasSwitchedOff() throws Exception {
        try (FakeCamera network = new FakeCamera(FakeCamera.steady(picture, 33));
                StreamCamera camera = StreamCamera.overHttp(network.address())) {
            camera.next(PATIENCE);

            network.switchOff();
            awaitState(camera, State.LOST);
            network.switchOn();

            awaitState(camera, State.LIVE);
            assertThat(camera.next(PATIENCE)).isPresent();
        }
    }

    @Test
    void breaksOffAStreamThatHangsAndAsksAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        FakeCamera.Show hanging = to -> {
            if (asked.getAndIncrement() > 0) {
                FakeCamera.steady(picture, 33).send(to);
            }
            FakeCamera.part(to, Arrays.copyOf(picture, 200));
            Thread.sleep(PATIENCE.toMillis());
        };
        try (FakeCamera network = new FakeCamera(hanging);
                StreamCamera camera = StreamCamera.overHttp(network.address())) {

            assertThat(camera.next(PATIENCE)).isPresent();
        }
    }

    @Test
    void breaksOffAStreamThatTricklesWithoutAPicture() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        FakeCamera.Show trickle = to -> {
            if (asked.getAndIncrement() > 0) {
                FakeCamera.steady(picture, 33).send(to);
            }
            FakeCamera.steady(new byte[] {1}, 50).send(to);
        };
        StreamCamera.Patience patience = new StreamCamera.Patience(Duration.ofSeconds(2), Duration.ofSeconds(2));
        try (FakeCamera network = new FakeCamera(trickle);
                StreamCamera camera = new StreamCamera("trickle", new HttpVideo(network.address()), patience)) {

            assertThat(camera.next(PATIENCE)).isPresent();
        }
    }

    @Test
    void waitsLongerForTheFirstPictureThanForTheNext() throws Exception {
        FakeCamera.Show slowStart = to -> {
            for (int i = 0; i < 30; i++) {
                to.write(1);
                to.flush();
                Thread.sleep(50);
            }
            FakeCamera.steady(picture, 33).send(to);
        };
        StreamCamera.Patience patience = new StreamCamera.Patience(Duration.ofDays(1), Duration.ofMillis(1));
        try (FakeCamera network = new FakeCamera(slowStart);
                StreamCamera camera = new StreamCamera("slow", new HttpVideo(network.address()), patience)) {

            assertThat(camera.next(PATIENCE)).isPresent();
        }
    }

    @Test
    void passesOverPicturesThatAreNoneOrTooBig() throws Exception {
        byte[] giant = picture.clone();
        int size = startOfFrame(giant) + 5;
        Arrays.fill(giant, size, size + 4, (byte) 0xFF);
        byte[] empty = picture.clone();
        Arrays.fill(empty, size, size + 4, (byte) 0);
        FakeCamera.Show mixed = to -> {
            FakeCamera.part(to, giant);
            FakeCamera.part(to, empty);
            FakeCamera.part(to, new byte[0]);
            FakeCamera.steady(picture, 33).send(to);
        };
        try (FakeCamera network = new FakeCamera(mixed);
                StreamCamera camera = StreamCamera.overHttp(network.address())) {

            assertThat(camera.next(PATIENCE))
                    .hasValueSatisfying(seen -> assertThat(seen.width()).isEqualTo(320));
        }
    }

    @Test
    void closesAtOnceAndGivesNoMoreFrames() throws Exception {
        try (FakeCamera network = new FakeCamera(FakeCamera.steady(picture, 33))) {
            StreamCamera camera = StreamCamera.overHttp(network.address());
            camera.next(PATIENCE);

            camera.close();

            assertThat(camera.state()).isEqualTo(State.ENDED);
            assertThat(camera.next(PATIENCE)).isEmpty();
        }
    }

    @Test
    void showsFramesOfAChildProcessAndStartsItAgainAfterItDied() throws Exception {
        List<String> child = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PictureChild.class.getName());
        try (StreamCamera camera = StreamCamera.ofChild("child", child)) {

            for (int i = 0; i < 2 * PictureChild.PICTURES; i++) {
                assertThat(camera.next(PATIENCE)).isPresent();
            }
        }
    }

    @Test
    void showsFramesOfFfmpeg() throws Exception {
        boolean present = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ffmpeg")));
        if (Boolean.getBoolean("einlass.require.real.parts")) {
            assertThat(present).as("ffmpeg is installed").isTrue();
        }
        assumeTrue(present, "ffmpeg is not installed");
        List<String> testPicture = List.of(
                "ffmpeg",
                "-nostdin",
                "-loglevel",
                "error",
                "-re",
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=640x360",
                "-f",
                "mpjpeg",
                "pipe:1");
        try (StreamCamera camera = StreamCamera.ofChild("ffmpeg", testPicture)) {

            assertThat(camera.next(PATIENCE))
                    .hasValueSatisfying(seen -> assertThat(seen.width()).isEqualTo(640));
        }
    }

    @Test
    void aMissingProgramIsALostCamera() throws Exception {
        try (StreamCamera camera = StreamCamera.ofChild("nothing", List.of("einlass-no-such-program"))) {

            awaitState(camera, State.LOST);

            assertThat(camera.next(Duration.ofMillis(1))).isEmpty();
            assertThat(camera.hindrance()).contains(FrameSource.Hindrance.NO_PROGRAM);
        }
    }

    @Test
    void aCameraThatAnotherProgramUsesIsToldApart() throws Exception {
        List<String> child = List.of("sh", "-c", "echo '/dev/video0: Device or resource busy' >&2; exit 1");
        try (StreamCamera camera = StreamCamera.ofChild("busy", child)) {
            while (!camera.hindrance().equals(Optional.of(FrameSource.Hindrance.IN_USE))) {
                camera.next(Duration.ofMillis(20));
            }

            assertThat(camera.state()).isIn(State.CONNECTING, State.LOST);
        }
    }

    @Test
    void aCameraThatTakesNoPasswordIsToldApart() throws Exception {
        HttpServer locked = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        locked.createContext("/", exchange -> {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        locked.start();
        try (StreamCamera camera = StreamCamera.overHttp(
                URI.create("http://127.0.0.1:" + locked.getAddress().getPort() + "/"))) {
            awaitState(camera, State.LOST);

            assertThat(camera.hindrance()).contains(FrameSource.Hindrance.LOCKED);
        } finally {
            locked.stop(0);
        }
    }

    private static void awaitState(StreamCamera camera, State wanted) throws InterruptedException {
        while (camera.state() != wanted) {
            camera.next(Duration.ofMillis(20));
        }
    }

    private static int startOfFrame(byte[] jpeg) {
        for (int i = 0; ; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
                return i;
            }
        }
    }

    /** A camera program: some pictures, then it dies. */
    static final class PictureChild {

        static final int PICTURES = 3;

        private PictureChild() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            byte[] picture = FakeCamera.jpeg(new BufferedImage(160, 120, BufferedImage.TYPE_BYTE_GRAY));
            OutputStream out = System.out;
            for (int i = 0; i < PICTURES; i++) {
                FakeCamera.part(out, picture);
                Thread.sleep(100);
            }
        }
    }
}
