package org.einlass.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MjpegStreamTest {

    private final byte[] picture = FakeCamera.jpeg(new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY));
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    void givesOnePictureAfterTheOther() throws IOException {
        FakeCamera.part(sent, picture);
        FakeCamera.part(sent, picture);

        MjpegStream stream = stream();

        assertThat(stream.next()).isEqualTo(picture);
        assertThat(stream.next()).isEqualTo(picture);
        assertThatThrownBy(stream::next).isInstanceOf(EOFException.class);
    }

    @Test
    void goesOnWithTheNextPictureWhereOneIsCutOff() throws IOException {
        FakeCamera.part(sent, Arrays.copyOf(picture, picture.length / 2));
        FakeCamera.part(sent, Arrays.copyOf(picture, picture.length - 3));
        FakeCamera.part(sent, picture);

        assertThat(stream().next()).isEqualTo(picture);
    }

    @Test
    void believesNoHeaders() throws IOException {
        sent.writeBytes("HTTP rubbish\r\nContent-Length: 999999999999\r\n\r\n--".getBytes(StandardCharsets.US_ASCII));
        sent.writeBytes(picture);
        sent.writeBytes("Content-Length: 0\r\nContent-Length: -7\r\n\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        sent.writeBytes(picture);

        MjpegStream stream = stream();

        assertThat(stream.next()).isEqualTo(picture);
        assertThat(stream.next()).isEqualTo(picture);
    }

    @Test
    void dropsAPictureThatNeverEnds() throws IOException {
        byte[] endless = new byte[40_000_000];
        System.arraycopy(picture, 0, endless, 0, picture.length - 2);
        sent.write(endless);
        FakeCamera.part(sent, picture);

        assertThat(stream().next()).isEqualTo(picture);
    }

    @Test
    void doesNotTakeAPreviewWithinAPictureForItsEnd() throws IOException {
        ByteArrayOutputStream withPreview = new ByteArrayOutputStream();
        withPreview.write(picture, 0, 2);
        withPreview.writeBytes(
                new byte[] {(byte) 0xFF, (byte) 0xE1, 0, 6, (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9});
        withPreview.write(picture, 2, picture.length - 2);
        FakeCamera.part(sent, withPreview.toByteArray());

        assertThat(stream().next()).isEqualTo(withPreview.toByteArray());
    }

    private MjpegStream stream() {
        return new MjpegStream(new ByteArrayInputStream(sent.toByteArray()));
    }
}
