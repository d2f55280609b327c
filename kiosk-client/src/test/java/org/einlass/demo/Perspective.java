package org.einlass.demo;

import java.awt.geom.Point2D;

/**
 * Where each point of a photograph lies on the flat page that was photographed: a projective map, inverted
 * from Heckbert's square-to-quadrilateral form (Paul Heckbert, Fundamentals of Texture Mapping and Image
 * Warping, 1989, section 2.2.3).
 */
final class Perspective {
    private final double[] toPage;

    /**
     * @param corners of the page in the photograph: top left, top right, bottom right, bottom left; not on
     *     one line
     */
    Perspective(Point2D... corners) {
        this.toPage = adjugate(squareToQuad(corners));
    }

    /** The place on the page, 0 to 1 in both directions inside it, of a point of the photograph. */
    Point2D onPage(double x, double y) {
        double w = toPage[6] * x + toPage[7] * y + toPage[8];
        return new Point2D.Double(
                (toPage[0] * x + toPage[1] * y + toPage[2]) / w, (toPage[3] * x + toPage[4] * y + toPage[5]) / w);
    }

    private static double[] squareToQuad(Point2D... p) {
        double dx1 = p[1].getX() - p[2].getX();
        double dx2 = p[3].getX() - p[2].getX();
        double dx3 = p[0].getX() - p[1].getX() + p[2].getX() - p[3].getX();
        double dy1 = p[1].getY() - p[2].getY();
        double dy2 = p[3].getY() - p[2].getY();
        double dy3 = p[0].getY() - p[1].getY() + p[2].getY() - p[3].getY();
        double area = dx1 * dy2 - dx2 * dy1;
        double g = (dx3 * dy2 - dx2 * dy3) / area;
        double h = (dx1 * dy3 - dx3 * dy1) / area;
        return new double[] {
            p[1].getX() - p[0].getX() + g * p[1].getX(),
            p[3].getX() - p[0].getX() + h * p[3].getX(),
            p[0].getX(),
            p[1].getY() - p[0].getY() + g * p[1].getY(),
            p[3].getY() - p[0].getY() + h * p[3].getY(),
            p[0].getY(),
            g,
            h,
            1
        };
    }

    private static double[] adjugate(double[] m) {
        return new double[] {
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        };
    }
}
