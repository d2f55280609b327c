package org.einlass.kiosk.camera;

import java.util.Random;

/** How a sheet with a code was photographed: where it lies, how it is turned, tilted, bent and lit. */
final class Shot {

    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    private static final double FOCAL_LENGTH = 1100;
    private static final double QUIET_ZONE = 4;
    private static final int SAMPLES = 3;

    final TestCode code;
    final Random random;

    double moduleSize;
    double turn;
    double tilt;
    double tiltAxis;
    /** Angle of the cylinder the code is wrapped around, from edge to edge in radians; 0 is flat. */
    double bend;

    double bendAxis;
    double quietZone = QUIET_ZONE;
    double dark;
    double light;
    boolean inverted;
    boolean mirrored;
    double softness;
    double noise;
    private double centreX = WIDTH / 2.0;
    private double centreY = HEIGHT / 2.0;
    private final int sceneSeed;

    /**
     * An everyday shot: held nearly straight, in reasonable light, a little soft and noisy as webcams are.
     */
    Shot(TestCode code, Random random) {
        this.code = code;
        this.random = random;
        this.moduleSize = between(4.5, 8.5) * Math.min(1, 29.0 / code.dimension());
        this.turn = Math.toRadians(random.nextGaussian() * 12 + 90 * random.nextInt(4));
        this.tilt = Math.toRadians(between(0, 15));
        this.tiltAxis = between(0, Math.PI);
        this.dark = between(15, 60);
        this.light = between(170, 235);
        this.softness = between(0.5, 1.0);
        this.noise = between(1.5, 4.5);
        this.sceneSeed = random.nextInt();
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    double size() {
        return moduleSize * code.dimension();
    }

    Point centre() {
        return new Point(centreX, centreY);
    }

    /** Moves the code away from the middle, as far as it stays in the picture. */
    void place() {
        double slackX = Math.max(0, WIDTH / 2.0 - size() * 0.85);
        double slackY = Math.max(0, HEIGHT / 2.0 - size() * 0.85);
        centreX += between(-slackX, slackX);
        centreY += between(-slackY, slackY);
    }

    /** The sharp picture: sheet and code on a cluttered background, before lens and sensor. */
    Plane exposed() {
        Plane plane = Clutter.background(WIDTH, HEIGHT, new Random(sceneSeed), quietZone < 1);
        double[] inverse = inverse();
        double reach = (code.dimension() / 2.0 + quietZone) * moduleSize * 2.2;
        for (int y = (int) Math.max(0, centreY - reach); y < Math.min(HEIGHT, centreY + reach); y++) {
            for (int x = (int) Math.max(0, centreX - reach); x < Math.min(WIDTH, centreX + reach); x++) {
                int i = y * WIDTH + x;
                plane.values[i] = (float) pixel(x, y, inverse, plane.values[i]);
            }
        }
        return plane;
    }

    private double pixel(int x, int y, double[] inverse, double background) {
        double sum = 0;
        for (int sy = 0; sy < SAMPLES; sy++) {
            for (int sx = 0; sx < SAMPLES; sx++) {
                sum += sample(x + (sx + 0.5) / SAMPLES, y + (sy + 0.5) / SAMPLES, inverse, background);
            }
        }
        return sum / (SAMPLES * SAMPLES);
    }

    private double sample(double x, double y, double[] m, double background) {
        double w = m[6] * (x - centreX) + m[7] * (y - centreY) + m[8];
        double u = (m[0] * (x - centreX) + m[1] * (y - centreY) + m[2]) / w;
        double v = (m[3] * (x - centreX) + m[4] * (y - centreY) + m[5]) / w;
        double half = code.dimension() / 2.0;
        if (bend != 0) {
            double radius = code.dimension() / bend;
            double cos = Math.cos(bendAxis);
            double sin = Math.sin(bendAxis);
            double across = u * cos + v * sin;
            if (Math.abs(across) >= radius) {
                return background;
            }
            double angle = Math.asin(across / radius);
            double fartherAway = 1 + radius * (1 - Math.cos(angle)) * moduleSize / FOCAL_LENGTH;
            double along = (v * cos - u * sin) * fartherAway;
            double arc = angle * radius * fartherAway;
            u = arc * cos - along * sin;
            v = arc * sin + along * cos;
        }
        if (Math.max(Math.abs(u), Math.abs(v)) > half + quietZone) {
            return background;
        }
        int column = (int) Math.floor((mirrored ? -u : u) + half);
        return code.isDark(column, (int) Math.floor(v + half)) != inverted ? dark : light;
    }

    /**
     * From pixels (about the centre) to modules (about the centre): the inverse of turn, tilt and pinhole
     * camera.
     */
    private double[] inverse() {
        double ct = Math.cos(turn - tiltAxis);
        double st = Math.sin(turn - tiltAxis);
        double ca = Math.cos(tiltAxis);
        double sa = Math.sin(tiltAxis);
        double cosTilt = Math.cos(tilt);
        double depth = Math.sin(tilt) / FOCAL_LENGTH * moduleSize;
        double m = moduleSize;
        double[] forward = {
            m * (ca * ct - sa * cosTilt * st), m * (-ca * st - sa * cosTilt * ct), 0,
            m * (sa * ct + ca * cosTilt * st), m * (-sa * st + ca * cosTilt * ct), 0,
            depth * st, depth * ct, 1
        };
        return inverted(forward);
    }

    private static double[] inverted(double[] m) {
        double[] inverse = {
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        };
        double determinant = m[0] * inverse[0] + m[1] * inverse[3] + m[2] * inverse[6];
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] /= determinant;
        }
        return inverse;
    }
}
