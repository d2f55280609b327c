package org.einlass.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sharp codes that fill a frame of 1920x1080, as when somebody holds a phone close to the camera. They have to be read
 * by the stages that come first, since a frame's time is over before the later ones.
 */
final class LargeCodesTest {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int PICTURES = 8;
    private static final Set<CascadeStage> EARLY =
            EnumSet.of(CascadeStage.PLAIN, CascadeStage.HALF, CascadeStage.EIGHTH);

    private final CodeReader reader = new CodeReader(Duration.ofDays(1), () -> 0);

    @ParameterizedTest
    @ValueSource(ints = {14, 18, 22, 25, 28, 31, 34})
    void areReadBeforeTheTimeIsOver(int moduleSize) {
        for (int seed = 0; seed < PICTURES; seed++) {
            Random random = new Random(1_000L * moduleSize + seed);
            TestCode code = TestCode.ticket(random);

            List<FoundCode> found = reader.read(CameraFrame.of("close", picture(code, moduleSize, random)));

            assertThat(found).as("picture " + seed).extracting(FoundCode::text).containsExactly(code.text());
            assertThat(found).allSatisfy(one -> assertThat(one.stage()).isIn(EARLY));
        }
    }

    private static BufferedImage picture(TestCode code, int moduleSize, Random random) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawn = picture.createGraphics();
        drawn.setColor(new Color(90, 96, 104));
        drawn.fillRect(0, 0, WIDTH, HEIGHT);
        double half = code.dimension() / 2.0;
        drawn.translate(WIDTH / 2.0 + random.nextInt(60) - 30, HEIGHT / 2.0 + random.nextInt(20) - 10);
        drawn.rotate(Math.toRadians(random.nextInt(4) * 90 + random.nextGaussian() * 6));
        drawn.scale(moduleSize, moduleSize);
        drawn.translate(-half, -half);
        drawn.setColor(new Color(228, 230, 226));
        drawn.fillRect(-4, -4, code.dimension() + 8, code.dimension() + 8);
        drawn.setColor(new Color(28, 28, 32));
        for (int row = 0; row < code.dimension(); row++) {
            for (int column = 0; column < code.dimension(); column++) {
                if (code.isDark(column, row)) {
                    drawn.fillRect(column, row, 1, 1);
                }
            }
        }
        drawn.dispose();
        return noisy(picture, random);
    }

    /** As a camera's sensor leaves it in a hall: brighter on one side, and grainy. */
    private static BufferedImage noisy(BufferedImage picture, Random random) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int grey = picture.getRGB(x, y) & 0xFF;
                double lit = grey * (0.7 + 0.3 * x / WIDTH) + random.nextGaussian() * 5;
                int value = (int) Math.max(0, Math.min(255, lit));
                picture.setRGB(x, y, value << 16 | value << 8 | value);
            }
        }
        return picture;
    }
}
