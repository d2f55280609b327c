package org.einlass.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PictureTest {

    @Test
    void aPictureOfMorePixelsThanPrintNeedsIsNotRead() throws IOException {
        assertThat(Picture.read(png(10_000, 1_000))).isPresent();
        assertThat(Picture.read(png(10_001, 10_000))).isEmpty();
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", file);
        return file.toByteArray();
    }
}
