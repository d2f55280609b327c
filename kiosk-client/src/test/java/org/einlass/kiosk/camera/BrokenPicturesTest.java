package org.einlass.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pictures and streams with random faults, always the same ones: nothing hangs, nothing is thrown but what is
 * declared.
 */
@Timeout(120)
class BrokenPicturesTest {

    private static final int ROUNDS = 250;

    private final Random random = new Random(20261121);
    private final JpegLuminance decoder = new JpegLuminance();
    private final CodeReader reader = new CodeReader(Duration.ofMillis(20), System::nanoTime);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
    void brokenFilesAreReadOrRefusedInOneWay(String format) throws IOException {
        byte[] whole = encoded(format);
        Path file = folder.resolve("picture." + format);
        for (int i = 0; i < ROUNDS; i++) {
            Files.write(file, broken(whole));

            try {
                assertThat(reader.read(PictureFile.read(file))).isNotNull();
            } catch (UnreadablePictureException refused) {
                assertThat(refused.reason()).isIn((Object[]) UnreadablePictureException.Reason.values());
            }
        }
    }

    @Test
    void case26AWebpPictureIsCalledByItsName() throws IOException {
        Path file = folder.resolve("photo.jpg");
        Files.write(file, "RIFF....WEBPVP8 and so on".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> PictureFile.read(file))
                .isInstanceOfSatisfying(
                        UnreadablePictureException.class,
                        said -> assertThat(said.reason()).isEqualTo(UnreadablePictureException.Reason.WEBP));
    }

    @Test
    void brokenStreamsEndAndGiveOnlyFramesThatAreWhole() throws IOException {
        byte[] whole = encoded("jpeg");
        for (int i = 0; i < ROUNDS; i++) {
            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            for (int part = 0; part < 4; part++) {
                FakeCamera.part(sent, broken(whole));
            }

            int frames = framesOf(sent.toByteArray());

            assertThat(frames).isBetween(0, 40);
        }
    }

    @Test
    void theDecoderGoesOnAfterAnyNumberOfBrokenPictures() throws IOException {
        byte[] whole = encoded("jpeg");
        for (int i = 0; i < ROUNDS; i++) {
            decoder.decode("fuzz", broken(whole));
        }

        assertThat(decoder.decode("fuzz", whole)).isPresent();
    }

    @Test
    void anyPixelsAndAnySizeCanBeLookedAt() {
        for (int i = 0; i < ROUNDS; i++) {
            int width = 1 + random.nextInt(i % 10 == 0 ? 400 : 12);
            int height = 1 + random.nextInt(i % 7 == 0 ? 300 : 9);
            byte[] plane = new byte[width * height];
            random.nextBytes(plane);

            assertThat(reader.read(CameraFrame.ofLuminance("fuzz", plane, width, height)))
                    .isEmpty();
        }
    }

    @Test
    void onlyTheFirstPictureOfAnAnimationIsTaken() throws IOException {
        byte[] gif = encoded("gif");
        byte[] twice = Arrays.copyOf(gif, gif.length + 10_000);
        Path file = Files.write(folder.resolve("animated.gif"), twice);

        assertThat(PictureFile.read(file).width()).isEqualTo(120);
    }

    private int framesOf(byte[] sent) throws IOException {
        MjpegStream stream = new MjpegStream(new ByteArrayInputStream(sent));
        int frames = 0;
        try {
            while (true) {
                frames += decoder.decode("fuzz", stream.next()).isPresent() ? 1 : 0;
            }
        } catch (EOFException end) {
            return frames;
        }
    }

    /** Some bytes changed, some cut off, some put in between. */
    private byte[] broken(byte[] whole) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(12); i > 0; i--) {
            int at = random.nextBoolean() ? random.nextInt(bytes.length) : random.nextInt(Math.min(64, bytes.length));
            bytes[at] = (byte) random.nextInt(256);
        }
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> Arrays.copyOfRange(bytes, random.nextInt(bytes.length), bytes.length);
            case 2 -> Arrays.copyOf(bytes, bytes.length + random.nextInt(2_000));
            default -> bytes;
        };
    }

    private static byte[] encoded(String format) throws IOException {
        BufferedImage image = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
        image.getGraphics().fillRect(20, 20, 60, 40);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }
}
