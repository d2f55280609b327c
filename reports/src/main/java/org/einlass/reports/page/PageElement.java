package org.einlass.reports.page;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.einlass.reports.typography.LaidOutLine;

/** Anything that is put on a page. In a sheet the order is both painting order and reading order. */
public sealed interface PageElement {

    /** The same mark elsewhere. */
    PageElement moved(double dx, double dy);

    /** Lines that are read as one. */
    record Paragraph(StructureRole role, Ink ink, List<PlacedLine> lines) implements PageElement {

        public Paragraph {
            lines = List.copyOf(lines);
        }

        /** The text as it was before it was broken into lines. */
        public String text() {
            StringBuilder text = new StringBuilder();
            for (PlacedLine placed : lines) {
                text.append(placed.line().text());
                text.append(placed.line().joint() == LaidOutLine.Joint.BLANK ? " " : "");
            }
            return text.toString();
        }

        @Override
        public Paragraph moved(double dx, double dy) {
            return new Paragraph(
                    role, ink, lines.stream().map(line -> line.moved(dx, dy)).toList());
        }
    }

    /**
     * A paragraph that leads somewhere.
     *
     * @param target an address, {@code https:}, {@code mailto:} or {@code tel:}
     * @param alternative what a listener hears of the target
     */
    record Link(Paragraph text, String target, String alternative) implements PageElement {

        @Override
        public Link moved(double dx, double dy) {
            return new Link(text.moved(dx, dy), target, alternative);
        }
    }

    /** A filled shape without meaning of its own, passed over in reading. */
    record Ornament(Shape shape, Ink ink) implements PageElement {

        /** A filled rectangle. */
        public static Ornament area(PageFrame frame, Ink ink) {
            return new Ornament(new Rectangle2D.Double(frame.x(), frame.y(), frame.width(), frame.height()), ink);
        }

        @Override
        public Ornament moved(double dx, double dy) {
            return new Ornament(AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(shape), ink);
        }
    }

    /** A drawing with a meaning, which is read out as its alternative text. */
    record Figure(PageFrame frame, String alternative, List<PageElement> drawn) implements PageElement {

        public Figure {
            drawn = List.copyOf(drawn);
        }

        @Override
        public Figure moved(double dx, double dy) {
            return new Figure(
                    frame.moved(dx, dy),
                    alternative,
                    drawn.stream().map(part -> part.moved(dx, dy)).toList());
        }
    }

    /** A pixel picture, fitted into its frame; with an empty alternative text it is an ornament. */
    record Photo(PageFrame frame, String alternative, Picture picture) implements PageElement {

        @Override
        public Photo moved(double dx, double dy) {
            return new Photo(frame.moved(dx, dy), alternative, picture);
        }
    }
}
