package org.einlass.demo;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * The folder of photographs that a kiosk meets in a morning, in the order of their file names. Every other
 * ticket is on paper, the rest are on phones; every other file is a JPEG, the rest are PNG.
 */
public final class MorningPictures {
    private static final int POSTER_SIDE = 900;
    private static final int QUIET_ZONE = 4;

    private final Path folder;
    private int taken;

    /** @param folder made where it is missing */
    public MorningPictures(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Photographs a ticket. */
    public void ticket(byte[] pdf, String title) {
        BufferedImage page = TicketPage.of(pdf);
        TicketPhotograph camera = nextCamera();
        keep(taken % 2 == 0 ? camera.ofPaper(page) : camera.ofPhone(page), title);
    }

    /** Photographs something else that bears a QR code. */
    public void poster(String text, String title) {
        keep(nextCamera().ofPaper(qrCode(text)), title);
    }

    /** Photographs the empty desk. */
    public void nothing(String title) {
        keep(nextCamera().ofNothing(), title);
    }

    private TicketPhotograph nextCamera() {
        taken++;
        return new TicketPhotograph(taken);
    }

    private void keep(BufferedImage photograph, String title) {
        String format = taken % 2 == 0 ? "png" : "jpg";
        Path file = folder.resolve("%02d-%s.%s".formatted(taken, title, format));
        try {
            if (!ImageIO.write(photograph, format, file.toFile())) {
                throw new IllegalStateException("This Java platform cannot write " + format + " pictures.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The picture " + file + " cannot be written.", e);
        }
    }

    private static BufferedImage qrCode(String text) {
        BitMatrix modules = modules(text);
        BufferedImage poster = new BufferedImage(POSTER_SIDE, POSTER_SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = poster.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, POSTER_SIDE, POSTER_SIDE);
        pen.scale((double) POSTER_SIDE / modules.getWidth(), (double) POSTER_SIDE / modules.getHeight());
        pen.setColor(Color.BLACK);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    pen.fillRect(x, y, 1, 1);
                }
            }
        }
        pen.dispose();
        return poster;
    }

    private static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_ZONE));
        } catch (WriterException e) {
            throw new IllegalArgumentException("This text does not fit into a QR code.", e);
        }
    }
}
