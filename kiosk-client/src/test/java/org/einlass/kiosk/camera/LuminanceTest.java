package org.einlass.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LuminanceTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 64, 128, 200, 255})
    void greyPicturesKeepTheirValues(int grey) {
        BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setSample(2, 1, 0, grey);

        assertThat(Luminance.of(picture)[5] & 0xFF).isEqualTo(grey);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 128, 255})
    void greyPicturesOfSixteenBitsKeepTheirHighBytes(int grey) {
        BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_USHORT_GRAY);
        picture.getRaster().setSample(2, 1, 0, grey << 8 | 0x7F);

        assertThat(Luminance.of(picture)[5] & 0xFF).isEqualTo(grey);
    }

    @Test
    void coloursAreWeighedAsTheEyeDoes() {
        BufferedImage picture = new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, 0xFF0000);
        picture.setRGB(1, 0, 0x00FF00);
        picture.setRGB(2, 0, 0x0000FF);

        assertThat(Luminance.of(picture)).containsExactly((byte) 76, (byte) 150, (byte) 29);
    }

    @Test
    void whatIsTransparentIsWhitePaper() {
        BufferedImage picture = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);

        assertThat(Luminance.of(picture)).containsExactly((byte) 255);
    }
}
