package org.einlass.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two clean codes beside each other: whoever decides on one has to know of the other. */
final class RivalsTest {
    private static final List<String> TEXTS = List.of("T0123456789ABCDEFGHJKLMNPQRST", "TZZ23456789ABCDEFGHJKLMNPQRSX");

    /** The plain stage finds one code only, and its time is all that a busy machine or a small budget leaves. */
    @Test
    void case03BothAreFoundThoughTheFramesTimeIsOver() {
        CodeReader reader = new CodeReader(Duration.ZERO, () -> 0);

        List<FoundCode> found = reader.read(CameraFrame.of("two", picture()));

        assertThat(found).extracting(FoundCode::text).containsExactlyInAnyOrderElementsOf(TEXTS);
        assertThat(found).extracting(FoundCode::stage).contains(CascadeStage.PLAIN);
    }

    private static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.GRAY);
        pen.fillRect(0, 0, 1280, 720);
        for (int place = 0; place < TEXTS.size(); place++) {
            TestCode code = TestCode.of(TEXTS.get(place), ErrorCorrectionLevel.L);
            pen.setColor(Color.WHITE);
            pen.fillRect(80 + 660 * place, 160, 430, 430);
            pen.setColor(Color.BLACK);
            for (int row = 0; row < code.dimension(); row++) {
                for (int column = 0; column < code.dimension(); column++) {
                    if (code.isDark(column, row)) {
                        pen.fillRect(120 + 660 * place + 14 * column, 200 + 14 * row, 14, 14);
                    }
                }
            }
        }
        pen.dispose();
        return picture;
    }
}
