package org.einlass.reports.badge;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.einlass.reports.page.PageFrame;

/** The pattern on a category's band, told apart from a metre away and by a printer that knows black only. */
public enum BandPattern {
    /** Nothing but the colour. */
    PLAIN {
        @Override
        Path2D in(PageFrame strip) {
            return new Path2D.Double();
        }
    },
    /** Slanting bars. */
    STRIPES {
        @Override
        Path2D in(PageFrame strip) {
            Path2D.Double path = new Path2D.Double();
            double step = evenly(strip, strip.height() * 1.1);
            for (double x = strip.x(); x + step <= strip.right() + SPARE; x += step) {
                double half = step / 2;
                path.moveTo(x, strip.bottom());
                path.lineTo(x + half, strip.y());
                path.lineTo(x + step, strip.y());
                path.lineTo(x + half, strip.bottom());
                path.closePath();
            }
            return path;
        }
    },
    /** A row of dots. */
    DOTS {
        @Override
        Path2D in(PageFrame strip) {
            Path2D.Double path = new Path2D.Double();
            double dot = strip.height() * 0.8;
            double step = evenly(strip, strip.height() * 1.5);
            double margin = (step - dot) / 2;
            for (double x = strip.x() + margin; x + dot <= strip.right(); x += step) {
                path.append(new Ellipse2D.Double(x, strip.y() + (strip.height() - dot) / 2, dot, dot), false);
            }
            return path;
        }
    },
    /** Two rows of squares, like a finish line. */
    CHEQUERS {
        @Override
        Path2D in(PageFrame strip) {
            Path2D.Double path = new Path2D.Double();
            double half = strip.height() / 2;
            double side = evenly(strip, half);
            boolean upper = true;
            for (double x = strip.x(); x + side <= strip.right() + SPARE; x += side) {
                path.append(new Rectangle2D.Double(x, upper ? strip.y() : strip.y() + half, side, half), false);
                upper = !upper;
            }
            return path;
        }
    },
    /** Upright bars. */
    BARS {
        @Override
        Path2D in(PageFrame strip) {
            Path2D.Double path = new Path2D.Double();
            double bar = evenly(strip, strip.height() * 0.7) / 2;
            for (double x = strip.x(); x + bar <= strip.right(); x += 2 * bar) {
                path.append(new Rectangle2D.Double(x, strip.y(), bar, strip.height()), false);
            }
            return path;
        }
    },
    /** A row of triangles. */
    TEETH {
        @Override
        Path2D in(PageFrame strip) {
            Path2D.Double path = new Path2D.Double();
            double tooth = evenly(strip, strip.height() * 1.2);
            for (double x = strip.x(); x + tooth <= strip.right() + SPARE; x += tooth) {
                path.moveTo(x, strip.bottom());
                path.lineTo(x + tooth / 2, strip.y());
                path.lineTo(x + tooth, strip.bottom());
                path.closePath();
            }
            return path;
        }
    };

    /** Points; sums of steps round. */
    private static final double SPARE = 0.01;

    /** The step next to a wanted one that fills the strip without a rest. */
    private static double evenly(PageFrame strip, double wanted) {
        return strip.width() / Math.max(1, Math.round(strip.width() / wanted));
    }

    /** The pattern's shapes inside a strip. */
    abstract Path2D in(PageFrame strip);
}
