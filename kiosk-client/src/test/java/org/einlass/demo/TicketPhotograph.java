package org.einlass.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;

/**
 * A photograph of a ticket as a kiosk's camera takes it: the page or phone held at an angle over a desk, in
 * uneven light, a little out of focus, with the sensor's noise.
 */
final class TicketPhotograph {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final double TILT = 0.07;
    private static final double NOISE = 7;
    private static final double SHADE = 0.35;

    private final Random chance;

    /** @param seed the same seed takes the same photographs */
    TicketPhotograph(long seed) {
        this.chance = new Random(seed);
    }

    /** Photographs a page of paper. */
    BufferedImage ofPaper(BufferedImage page) {
        return shot(page);
    }

    /** Photographs a phone that shows the page. */
    BufferedImage ofPhone(BufferedImage page) {
        int bezel = page.getWidth() / 14;
        BufferedImage phone = new BufferedImage(
                page.getWidth() + 2 * bezel, page.getHeight() + 4 * bezel, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(phone);
        pen.setColor(new Color(0x16181c));
        pen.fill(new RoundRectangle2D.Double(0, 0, phone.getWidth(), phone.getHeight(), 3 * bezel, 3 * bezel));
        pen.drawImage(page, bezel, 2 * bezel, null);
        pen.dispose();
        return shot(phone);
    }

    /** Photographs the desk with nothing on it. */
    BufferedImage ofNothing() {
        return develop(desk());
    }

    private BufferedImage shot(BufferedImage subject) {
        BufferedImage photograph = desk();
        lay(subject, photograph);
        return develop(photograph);
    }

    private BufferedImage desk() {
        BufferedImage desk = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(desk);
        pen.setPaint(new GradientPaint(0, 0, new Color(0xb9a58c), WIDTH, HEIGHT, new Color(0x6d5a46)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        return desk;
    }

    private void lay(BufferedImage subject, BufferedImage photograph) {
        Perspective perspective = new Perspective(corners(subject));
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                Point2D place = perspective.onPage(x + 0.5, y + 0.5);
                int colour = colour(subject, place.getX() * subject.getWidth(), place.getY() * subject.getHeight());
                if (colour >>> 24 > 127) {
                    photograph.setRGB(x, y, colour);
                }
            }
        }
    }

    private Point2D[] corners(BufferedImage subject) {
        double height = HEIGHT * (0.92 + 0.12 * chance.nextDouble());
        double width = height * subject.getWidth() / subject.getHeight();
        double turn = Math.toRadians(chance.nextGaussian() * 5);
        double[][] unit = {{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}};
        return Arrays.stream(unit)
                .map(corner -> corner(corner[0] * width, corner[1] * height, turn, height * TILT))
                .toArray(Point2D[]::new);
    }

    private Point2D corner(double x, double y, double turn, double tilt) {
        return new Point2D.Double(
                WIDTH / 2.0 + x * Math.cos(turn) - y * Math.sin(turn) + tilt * (chance.nextDouble() - 0.5),
                HEIGHT / 2.0 + x * Math.sin(turn) + y * Math.cos(turn) + tilt * (chance.nextDouble() - 0.5));
    }

    /** Average of the 3 x 3 places around, since the subject has more pixels than its picture. */
    private static int colour(BufferedImage subject, double x, double y) {
        double step = subject.getHeight() / (3.0 * HEIGHT);
        int[] sum = new int[4];
        for (int i = 0; i < 9; i++) {
            int column = (int) Math.floor(x + (i % 3 - 1) * step);
            int row = (int) Math.floor(y + (i / 3 - 1) * step);
            boolean inside = column >= 0 && row >= 0 && column < subject.getWidth() && row < subject.getHeight();
            int colour = inside ? subject.getRGB(column, row) : 0;
            for (int band = 0; band < 4; band++) {
                sum[band] += band(colour, 8 * band);
            }
        }
        return new Color(sum[2] / 9, sum[1] / 9, sum[0] / 9, sum[3] / 9).getRGB();
    }

    private static int band(int colour, int shift) {
        return (colour >>> shift) & 0xff;
    }

    private BufferedImage develop(BufferedImage photograph) {
        BufferedImage focused = blurred(photograph, 1 + chance.nextInt(2));
        double lightX = chance.nextDouble() * WIDTH;
        double lightY = chance.nextDouble() * HEIGHT;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double light = 1 - SHADE * Math.hypot(x - lightX, y - lightY) / WIDTH;
                focused.setRGB(x, y, exposed(focused.getRGB(x, y), light, chance.nextGaussian() * NOISE));
            }
        }
        return focused;
    }

    private static BufferedImage blurred(BufferedImage sharp, int radius) {
        int side = 2 * radius + 1;
        float[] weights = new float[side * side];
        Arrays.fill(weights, 1f / weights.length);
        BufferedImage soft = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        new ConvolveOp(new Kernel(side, side, weights), ConvolveOp.EDGE_NO_OP, null).filter(sharp, soft);
        return soft;
    }

    private static int exposed(int colour, double light, double noise) {
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double value = band(colour, shift) * light + noise;
            result |= (int) Math.max(0, Math.min(255, value)) << shift;
        }
        return result;
    }

    private static Graphics2D pen(BufferedImage picture) {
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return pen;
    }
}
