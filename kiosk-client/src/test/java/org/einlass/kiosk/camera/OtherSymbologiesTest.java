package org.einlass.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OtherSymbologiesTest {
    private static final String TEXT = "ORD-4711-83920174";
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    @ParameterizedTest
    @EnumSource
    void areReadUprightAndOnTheirSideWhereTheSettingsNameThem(Symbology kind) throws WriterException {
        CodeReader reader = reader(EnumSet.of(Symbology.QR, kind));

        assertThat(reader.read(frame(kind, false))).extracting(FoundCode::text).containsExactly(TEXT);
        assertThat(reader.read(frame(kind, true))).extracting(FoundCode::text).containsExactly(TEXT);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "QR")
    void areLeftAloneOtherwise(Symbology kind) throws WriterException {
        assertThat(reader(Set.of(Symbology.QR)).read(frame(kind, false))).isEmpty();
    }

    /** One of the empty pictures shows a code of another kind. */
    @ParameterizedTest
    @EnumSource(value = EmptyPicture.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER_KIND")
    void nothingIsReadWhereThereIsNothing(EmptyPicture kind) {
        CodeReader reader = reader(EnumSet.allOf(Symbology.class));
        for (int seed = 0; seed < 4; seed++) {
            assertThat(reader.read(kind.picture(DamagedPicture.HELD_OUT + seed)))
                    .isEmpty();
        }
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThat(Symbology.named("qr, code128 ,aztec"))
                .containsExactlyInAnyOrder(Symbology.QR, Symbology.CODE_128, Symbology.AZTEC);
        assertThatThrownBy(() -> Symbology.named("qr, code93")).isInstanceOf(IllegalArgumentException.class);
    }

    private static CodeReader reader(Set<Symbology> kinds) {
        return new CodeReader(Duration.ofDays(1), () -> 0, kinds);
    }

    /** The code on white paper before something grey. */
    private static CameraFrame frame(Symbology kind, boolean onItsSide) throws WriterException {
        boolean wide = kind == Symbology.CODE_128 || kind == Symbology.PDF_417;
        BitMatrix code = new MultiFormatWriter().encode(TEXT, kind.format(), wide ? 520 : 300, wide ? 180 : 300);
        int pixels = Math.max(1, 300 / code.getHeight());
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawn = picture.createGraphics();
        drawn.setColor(new Color(120, 124, 118));
        drawn.fillRect(0, 0, WIDTH, HEIGHT);
        drawn.translate(WIDTH / 2.0, HEIGHT / 2.0);
        drawn.rotate(onItsSide ? Math.PI / 2 : 0);
        drawn.scale(pixels, pixels);
        drawn.translate(-code.getWidth() / 2.0, -code.getHeight() / 2.0);
        drawn.setColor(new Color(230, 230, 226));
        drawn.fillRect(-20, -20, code.getWidth() + 40, code.getHeight() + 40);
        drawn.setColor(new Color(30, 30, 34));
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    drawn.fillRect(x, y, 1, 1);
                }
            }
        }
        drawn.dispose();
        return CameraFrame.of("other", picture);
    }
}
