package org.einlass.kiosk.cases;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.einlass.kiosk.camera.FakeCamera;

/** A picture before the kiosk's camera: a hall, and in it what somebody holds. */
public final class Film {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final Color PAPER = new Color(232, 231, 226);
    private static final Color INK = new Color(28, 28, 32);

    private final BufferedImage picture;
    private final Graphics2D pen;

    private Film(BufferedImage picture) {
        this.picture = picture;
        pen = picture.createGraphics();
    }

    private Film(Color left, Color right) {
        this(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB));
        pen.setPaint(new GradientPaint(0, 0, left, WIDTH, HEIGHT, right));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
    }

    /** Nobody is there. */
    public static Film hall() {
        Film film = new Film(new Color(70, 78, 92), new Color(172, 168, 158));
        film.pen.setColor(new Color(48, 60, 74));
        film.pen.fillRect(80, 80, 240, 560);
        film.pen.setColor(new Color(196, 184, 160));
        film.pen.fillOval(900, 60, 300, 380);
        return film;
    }

    /** The lamp over the entrance is off, or something black hangs before the lens. */
    static Film black() {
        return new Film(Color.BLACK, Color.BLACK);
    }

    /** A thumb, or a sheet of paper, over the lens: bright, and nothing to be seen. */
    static Film covered() {
        return new Film(new Color(150, 120, 110), new Color(151, 121, 111));
    }

    /** Somebody holds a QR code; its corner at the upper left, its side in pixels. */
    public Film holding(String text, int x, int y, int side) {
        return holding(BarcodeFormat.QR_CODE, text, x, y, side, side);
    }

    Film holding(BarcodeFormat kind, String text, int x, int y, int width, int height) {
        try {
            return holding(
                    new MultiFormatWriter()
                            .encode(
                                    text,
                                    kind,
                                    width,
                                    height,
                                    Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.MARGIN, 0)),
                    x,
                    y,
                    width);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    Film holding(BitMatrix code, int x, int y, int width) {
        int module = Math.max(1, width / code.getWidth());
        pen.setColor(PAPER);
        pen.fillRect(x - 40, y - 40, module * code.getWidth() + 80, module * code.getHeight() + 80);
        pen.setColor(INK);
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row)) {
                    pen.fillRect(x + column * module, y + row * module, module, module);
                }
            }
        }
        return this;
    }

    /** The same in as many pixels as another camera, or another setting of it, sends. */
    Film scaled(int width, int height) {
        Film smaller = new Film(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
        smaller.pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        smaller.pen.drawImage(picture, 0, 0, width, height, null);
        return smaller;
    }

    /** As the camera sends it. */
    public byte[] jpeg() {
        return FakeCamera.jpeg(picture);
    }
}
