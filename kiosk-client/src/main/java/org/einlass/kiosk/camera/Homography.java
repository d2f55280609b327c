package org.einlass.kiosk.camera;

/**
 * How a plane looks through a pinhole camera: a projective map of the plane, given by where four points go.
 *
 * <p>Source: Heckbert, Fundamentals of Texture Mapping and Image Warping, 1989, section 2.2.
 */
final class Homography {

    final double xu;
    final double xv;
    final double x1;
    final double yu;
    final double yv;
    final double y1;
    final double wu;
    final double wv;
    final double w1;

    Homography(double xu, double xv, double x1, double yu, double yv, double y1, double wu, double wv, double w1) {
        this.xu = xu;
        this.xv = xv;
        this.x1 = x1;
        this.yu = yu;
        this.yv = yv;
        this.y1 = y1;
        this.wu = wu;
        this.wv = wv;
        this.w1 = w1;
    }

    /** From the unit square to four points, given as x and y of (0,0), (1,0), (1,1), (0,1). */
    static Homography toQuad(double[] p) {
        double dx1 = p[2] - p[4];
        double dx2 = p[6] - p[4];
        double dx3 = p[0] - p[2] + p[4] - p[6];
        double dy1 = p[3] - p[5];
        double dy2 = p[7] - p[5];
        double dy3 = p[1] - p[3] + p[5] - p[7];
        double denominator = dx1 * dy2 - dx2 * dy1;
        double g = (dx3 * dy2 - dx2 * dy3) / denominator;
        double h = (dx1 * dy3 - dx3 * dy1) / denominator;
        return new Homography(
                p[2] - p[0] + g * p[2],
                p[6] - p[0] + h * p[6],
                p[0],
                p[3] - p[1] + g * p[3],
                p[7] - p[1] + h * p[7],
                p[1],
                g,
                h,
                1);
    }

    /** The way back, up to a factor, which a projective map does not feel. */
    Homography inverse() {
        return new Homography(
                yv * w1 - y1 * wv,
                x1 * wv - xv * w1,
                xv * y1 - x1 * yv,
                y1 * wu - yu * w1,
                xu * w1 - x1 * wu,
                x1 * yu - xu * y1,
                yu * wv - yv * wu,
                xv * wu - xu * wv,
                xu * yv - xv * yu);
    }

    /** First the other, then this. */
    Homography after(Homography o) {
        return new Homography(
                xu * o.xu + xv * o.yu + x1 * o.wu,
                xu * o.xv + xv * o.yv + x1 * o.wv,
                xu * o.x1 + xv * o.y1 + x1 * o.w1,
                yu * o.xu + yv * o.yu + y1 * o.wu,
                yu * o.xv + yv * o.yv + y1 * o.wv,
                yu * o.x1 + yv * o.y1 + y1 * o.w1,
                wu * o.xu + wv * o.yu + w1 * o.wu,
                wu * o.xv + wv * o.yv + w1 * o.wv,
                wu * o.x1 + wv * o.y1 + w1 * o.w1);
    }

    double x(double u, double v) {
        return (xu * u + xv * v + x1) / (wu * u + wv * v + w1);
    }

    double y(double u, double v) {
        return (yu * u + yv * v + y1) / (wu * u + wv * v + w1);
    }
}
