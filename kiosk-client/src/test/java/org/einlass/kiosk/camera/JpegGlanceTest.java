package org.einlass.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegGlanceTest {
    private final JpegGlance glance = new JpegGlance();

    @ParameterizedTest
    @CsvSource({"1, 0.3", "2, 0.75", "3, 0.95", "4, 1.0"})
    void eachPixelIsTheMeanOfABlock(int seed, float quality) throws Exception {
        BufferedImage picture = EmptyPicture.CLUTTER.picture(seed).image();
        for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY}) {
            byte[] jpeg = jpeg(picture, type, quality, false);

            assertAreMeans(jpeg, glance.decode("camera", jpeg).orElseThrow());
        }
    }

    @Test
    void aPictureWhoseSidesAreNoWholeBlocksIsReadUpToTheLastWholeOne() throws Exception {
        BufferedImage cut = EmptyPicture.CLUTTER.picture(5).image().getSubimage(3, 5, 645, 371);
        byte[] jpeg = jpeg(cut, BufferedImage.TYPE_INT_RGB, 0.8f, false);

        CameraFrame seen = glance.decode("camera", jpeg).orElseThrow();

        assertThat(seen.width()).isEqualTo(80);
        assertThat(seen.height()).isEqualTo(46);
        assertAreMeans(jpeg, seen);
    }

    @Test
    void picturesOfAnotherKindAreLeftToTheWholeDecoder() throws Exception {
        BufferedImage picture = EmptyPicture.CLUTTER.picture(6).image();

        assertThat(glance.decode("camera", jpeg(picture, BufferedImage.TYPE_INT_RGB, 0.8f, true)))
                .isEmpty();
        assertThat(glance.decode(
                        "camera", jpeg(picture.getSubimage(0, 0, 64, 64), BufferedImage.TYPE_INT_RGB, 0.8f, false)))
                .isEmpty();
        assertThat(Stream.of("", "no picture", "\u00ff\u00d8\u00ff")
                        .map(text -> text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                .allSatisfy(bytes -> assertThat(glance.decode("camera", bytes)).isEmpty());
    }

    /** Whatever is broken in it, a picture never ends the camera's thread, and the next one is read. */
    @Test
    void damagedPicturesDoNoHarm() throws Exception {
        byte[] whole = jpeg(EmptyPicture.CLUTTER.picture(7).image(), BufferedImage.TYPE_INT_RGB, 0.8f, false);
        Random random = new Random(8);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = Arrays.copyOf(whole, i % 2 == 0 ? whole.length : random.nextInt(whole.length));
            for (int bytes = random.nextInt(4); bytes >= 0 && damaged.length > 0; bytes--) {
                int at = random.nextBoolean()
                        ? random.nextInt(damaged.length)
                        : random.nextInt(Math.min(700, damaged.length));
                damaged[at] = (byte) random.nextInt();
            }
            glance.decode("camera", damaged);
        }

        assertAreMeans(whole, glance.decode("camera", whole).orElseThrow());
    }

    @Test
    void noByteOfAHeadEndsTheCamerasThread() throws Exception {
        byte[] whole = jpeg(EmptyPicture.CLUTTER.picture(7).image(), BufferedImage.TYPE_INT_RGB, 0.8f, false);
        for (int at = 0; at < Math.min(700, whole.length); at++) {
            for (int value : new int[] {0x00, 0x80, 0xFF}) {
                byte[] damaged = whole.clone();
                damaged[at] = (byte) value;
                glance.decode("camera", damaged);
            }
        }

        assertAreMeans(whole, glance.decode("camera", whole).orElseThrow());
    }

    private static void assertAreMeans(byte[] jpeg, CameraFrame small) {
        CameraFrame whole = new JpegLuminance().decode("camera", jpeg).orElseThrow();
        int worst = 0;
        for (int row = 0; row < small.height(); row++) {
            for (int column = 0; column < small.width(); column++) {
                int sum = 0;
                for (int i = 0; i < 64; i++) {
                    sum += whole.luminance()[(8 * row + i / 8) * whole.width() + 8 * column + i % 8] & 0xFF;
                }
                int mean = small.luminance()[row * small.width() + column] & 0xFF;
                worst = Math.max(worst, Math.abs(mean - sum / 64));
            }
        }
        // The decoder cuts what is brighter than white and darker than black, pixel by pixel.
        assertThat(worst).isLessThanOrEqualTo(12);
    }

    private static byte[] jpeg(BufferedImage image, int type, float quality, boolean progressive) throws Exception {
        BufferedImage drawn = new BufferedImage(image.getWidth(), image.getHeight(), type);
        drawn.getGraphics().drawImage(image, 0, 0, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var to = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(to);
            writer.write(null, new IIOImage(drawn, null, null), how);
        }
        writer.dispose();
        return bytes.toByteArray();
    }
}
