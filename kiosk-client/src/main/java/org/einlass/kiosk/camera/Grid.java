package org.einlass.kiosk.camera;

import java.util.Arrays;

/**
 * Where the modules of a symbol stand in a frame: a plane in perspective, bent a little.
 *
 * <p>Held as the frame points of the three finder patterns and a fourth known point (x, y each, 8 numbers),
 * and as six numbers of bending in modules: square and cubic terms, as a sheet around a cylinder shows them.
 * They leave the middles of the finder patterns where they are, which are seen best.
 */
final class Grid {

    static final int PERSPECTIVE = 8;
    static final int PARAMETERS = 14;
    static final int CUBIC_ACROSS = 9;
    static final int CUBIC_DOWN = 12;

    final FunctionPatterns patterns;
    final double[] parameters;
    private final Homography toUnitSquare;
    private Homography homography;
    private boolean bent;

    Grid(FunctionPatterns patterns, double[] fourPoints) {
        this.patterns = patterns;
        this.parameters = Arrays.copyOf(fourPoints, PARAMETERS);
        double near = 3.5;
        double far = patterns.dimension - 3.5;
        double fourth = patterns.fourthPoint();
        this.toUnitSquare = Homography.toQuad(new double[] {near, near, far, near, fourth, fourth, near, far})
                .inverse();
        this.homography = Homography.toQuad(parameters).after(toUnitSquare);
    }

    Grid copy() {
        Grid copy = new Grid(patterns, parameters);
        copy.set(parameters);
        return copy;
    }

    void set(double[] values) {
        System.arraycopy(values, 0, parameters, 0, PARAMETERS);
        update();
    }

    /** To be called after a parameter was changed. */
    void update() {
        homography = Homography.toQuad(parameters).after(toUnitSquare);
        bent = false;
        for (int i = PERSPECTIVE; i < PARAMETERS; i++) {
            bent |= parameters[i] != 0;
        }
    }

    /** From modules (0,0 is the upper left corner of the symbol) to the frame. */
    void locate(double u, double v, double[] point) {
        double bentU = u;
        double bentV = v;
        if (bent) {
            double middle = patterns.dimension / 2.0;
            double s = (u - middle) / (middle - 3.5);
            double t = (v - middle) / (middle - 3.5);
            double ss = s * s - 1;
            double tt = t * t - 1;
            double[] p = parameters;
            bentU = u + p[8] * ss + p[9] * ss * s + p[10] * tt;
            bentV = v + p[11] * tt + p[12] * tt * t + p[13] * ss;
        }
        Homography h = homography;
        double w = h.wu * bentU + h.wv * bentV + h.w1;
        point[0] = (h.xu * bentU + h.xv * bentV + h.x1) / w;
        point[1] = (h.yu * bentU + h.yv * bentV + h.y1) / w;
    }

    /** Module width in frame pixels, in the middle of the symbol. */
    double moduleSize() {
        double[] a = new double[2];
        double[] b = new double[2];
        double middle = patterns.dimension / 2.0;
        locate(middle - 1, middle - 1, a);
        locate(middle + 1, middle - 1, b);
        double across = Math.hypot(a[0] - b[0], a[1] - b[1]) / 2;
        locate(middle - 1, middle + 1, b);
        double down = Math.hypot(a[0] - b[0], a[1] - b[1]) / 2;
        return Math.min(across, down);
    }

    Quad corners() {
        double far = patterns.dimension;
        return new Quad(corner(0, 0), corner(far, 0), corner(far, far), corner(0, far));
    }

    private Point corner(double u, double v) {
        double[] point = new double[2];
        locate(u, v, point);
        return new Point(point[0], point[1]);
    }
}
