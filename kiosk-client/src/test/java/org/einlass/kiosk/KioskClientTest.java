package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KioskClientTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void readsAPictureAndPrintsFileTextAndMilliseconds() throws Exception {
        Path picture = picture("ticket.png", "T1ABCDEFGH234567890123456789A");

        int exit = run("read", picture.toString());

        assertThat(exit).isZero();
        assertThat(out.toString().strip().split("\t", -1))
                .hasSize(3)
                .startsWith(picture.toString(), "T1ABCDEFGH234567890123456789A");
        assertThat(out.toString().strip()).matches("(?s).*\t\\d+\\.\\d");
    }

    @Test
    void namesTheStageAndThePlaceOnExplain() throws Exception {
        Path picture = picture("ticket.png", "T1ABCDEFGH234567890123456789A");

        run("read", "--explain", picture.toString());

        assertThat(out.toString().strip().split("\t", -1)).hasSize(5).contains("plain", "150,150");
    }

    @Test
    void saysInOneSentenceThatAFileIsMissingAndReadsTheOthers() throws Exception {
        Path picture = picture("ticket.png", "T1ABCDEFGH234567890123456789A");

        int exit = run("read", folder.resolve("nothing.png").toString(), picture.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("nothing.png");
        assertThat(out.toString()).hasLineCount(2).contains("T1ABCDEFGH234567890123456789A");
    }

    @Test
    void saysInOneSentenceThatAFileIsNoPicture() throws Exception {
        Path text = Files.writeString(folder.resolve("letter.png"), "Sehr geehrte Damen und Herren");

        int exit = run("read", text.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("letter.png").doesNotContain("Exception");
    }

    @Test
    void saysInOneSentenceThatAFolderIsNoPicture() throws Exception {
        int exit = run("read", folder.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains(folder.toString());
    }

    @Test
    void endsWithTwoOnBadArguments() {
        assertThat(run("read")).isEqualTo(2);
        assertThat(run("read", "--budget", "0", "a.png")).isEqualTo(2);
        assertThat(run("raed", "a.png")).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("Exception");
    }

    @Test
    void everyCommandHasHelp() {
        assertThat(run("--help")).isZero();
        assertThat(run("read", "--help")).isZero();
        assertThat(out.toString()).contains("read", "--explain", "--budget").doesNotContain("${");
    }

    @Test
    void helpSaysWhatSettingsAreAndWhereTheyComeFrom() {
        assertThat(run("run", "--help")).isZero();
        assertThat(run("status", "--help")).isZero();

        assertThat(out.toString().lines().filter(line -> line.contains("--config=FILE")))
                .hasSize(4);
        assertThat(out.toString().split("door = eingang-nord", -1)).hasSize(3);
        assertThat(out.toString().split("--set language=en", -1)).hasSize(3);
    }

    private int run(String... arguments) {
        return KioskClient.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    private Path picture(String name, String text) throws IOException, WriterException {
        BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 300, 300);
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 300; x++) {
                image.setRGB(x, y, modules.get(x, y) ? 0x000000 : 0xFFFFFF);
            }
        }
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
