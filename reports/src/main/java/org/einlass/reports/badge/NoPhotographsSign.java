package org.einlass.reports.badge;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.einlass.reports.Millimetres;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;

/**
 * The sign of whoever wants no photographs: a camera struck through, black on a white tile, told by its shape and
 * not by a colour. It stands at the right-hand end of the band's words, in every layout.
 */
final class NoPhotographsSign {
    private static final double SIDE = 8;
    private static final double EDGE = 0.8;
    private static final double GAP = 1.5;
    private static final Shape CAMERA = camera();

    private NoPhotographsSign() {}

    /** The tile, in points: as large as the words' place lets it be, eight millimetres of sign at most. */
    static PageFrame tile(PageFrame words) {
        double side = Math.min(Millimetres.toPoints(SIDE + 2 * EDGE), Math.min(words.height(), words.width() / 2));
        return new PageFrame(words.right() - side, words.y() + (words.height() - side) / 2, side, side);
    }

    /** What is left of the words' place beside the tile. */
    static PageFrame beside(PageFrame words) {
        double left = tile(words).x() - Millimetres.toPoints(GAP);
        return new PageFrame(words.x(), words.y(), Math.max(1, left - words.x()), words.height());
    }

    /** The sign on its tile. */
    static PageElement on(PageFrame tile) {
        double scale = tile.width() / (SIDE + 2 * EDGE);
        AffineTransform place = AffineTransform.getTranslateInstance(tile.x(), tile.y());
        place.scale(scale, scale);
        place.translate(EDGE, EDGE);
        return new PageElement.Figure(
                tile,
                "Keine Fotos / No photographs",
                List.of(
                        PageElement.Ornament.area(tile, Ink.WHITE),
                        new PageElement.Ornament(place.createTransformedShape(CAMERA), Ink.BLACK)));
    }

    /** In a square of {@value #SIDE}. */
    private static Shape camera() {
        Area camera = new Area(new RoundRectangle2D.Double(0, 1.7, 8, 5.4, 1.4, 1.4));
        camera.add(new Area(new RoundRectangle2D.Double(2.5, 0.8, 3, 2, 0.8, 0.8)));
        camera.subtract(disc(1.9));
        camera.add(disc(1.2));
        Shape strike = new Line2D.Double(0.5, 0.5, 7.5, 7.5);
        camera.subtract(new Area(stroke(2).createStrokedShape(strike)));
        camera.add(new Area(stroke(0.9).createStrokedShape(strike)));
        camera.intersect(new Area(new Rectangle2D.Double(0, 0, SIDE, SIDE)));
        return camera;
    }

    private static Area disc(double radius) {
        return new Area(new Ellipse2D.Double(4 - radius, 4.5 - radius, 2 * radius, 2 * radius));
    }

    private static BasicStroke stroke(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
}
