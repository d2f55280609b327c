package org.einlass.reports.sign;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einlass.reports.Millimetres;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.jasper.SheetRenderer;
import org.einlass.reports.page.DocumentMetadata;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.page.PlacedLine;
import org.einlass.reports.page.QrCode;
import org.einlass.reports.page.Sheet;
import org.einlass.reports.page.StructureRole;
import org.einlass.reports.typography.CleanText;
import org.einlass.reports.typography.LaidOutLine;
import org.einlass.reports.typography.Typesetter;
import org.einlass.reports.typography.Weight;

/**
 * Sets signs, black on white, so that every printer can print them: what is read from afar is as large as the
 * paper lets it be. Any number of threads.
 */
public final class SignRenderer {
    private static final double MARGIN = 15;
    private static final double CAP_HEIGHT = 0.66;
    private static final double LARGEST_BIG = 380;
    private static final double LARGEST_SECOND = 170;
    private static final double HEAD = 44;
    private static final double EVENT = 16;
    private static final double LARGEST_TEXT = 36;
    private static final double SMALLEST_TEXT = 14;
    private static final double CODE_WITH_ROOM = 110;
    private static final double LEADING = 1.35;

    private final Typesetter typesetter = Typesetter.standard();
    private final SheetRenderer sheetRenderer = new SheetRenderer();

    /**
     * The signs in one file, one a page.
     *
     * @param title of the file
     */
    public PrintedPages pages(List<Sign> signs, SignPaper paper, String title, Locale language) {
        List<Sheet> sheets =
                signs.stream().map(sign -> new Layout(paper).sheet(sign)).toList();
        return sheetRenderer.print(sheets, new DocumentMetadata(title, language));
    }

    /** One page, filled from the top. */
    private final class Layout {
        private final SignPaper paper;
        private final double scale;
        private final double width;
        private final List<PageElement> marks = new ArrayList<>();
        /** Lower edge of what stands there, in points. */
        private double down;

        Layout(SignPaper paper) {
            this.paper = paper;
            this.scale = paper.scale();
            this.width = Millimetres.toPoints(paper.width() - 2 * MARGIN * scale);
            this.down = Millimetres.toPoints(MARGIN * scale);
        }

        Sheet sheet(Sign sign) {
            line(StructureRole.TEXT, sign.event(), Weight.REGULAR, EVENT, 0);
            line(StructureRole.TITLE, sign.head(), Weight.SEMIBOLD, HEAD, 14);
            line(StructureRole.TEXT, sign.big(), Weight.BOLD, LARGEST_BIG, 16);
            line(StructureRole.TEXT, sign.second(), Weight.BOLD, LARGEST_SECOND, 16);
            text(sign.text(), !sign.code().isEmpty());
            foot(sign);
            return new Sheet(Millimetres.toPoints(paper.width()), Millimetres.toPoints(paper.height()), marks);
        }

        /** A line in the middle, as large as it may be and the width lets it be. */
        private void line(StructureRole role, String words, Weight weight, double largest, double gap) {
            String drawable = typesetter.drawable(weight, CleanText.of(words));
            if (drawable.isEmpty()) {
                return;
            }
            double most = largest * scale;
            double natural = typesetter.width(drawable, weight, most);
            double size = natural <= width ? most : most * width / natural;
            double across = typesetter.width(drawable, weight, size);
            down += Millimetres.toPoints(gap * scale) + size * CAP_HEIGHT;
            double left = Millimetres.toPoints(MARGIN * scale) + (width - across) / 2;
            LaidOutLine line = typesetter.line(drawable, LaidOutLine.Joint.END, weight, size);
            marks.add(new PageElement.Paragraph(role, Ink.BLACK, List.of(new PlacedLine(line, left, down))));
        }

        /** Sentences as large as the room above the code lets them be, broken between words. */
        private void text(String words, boolean withCode) {
            String drawable = typesetter.drawable(Weight.REGULAR, CleanText.of(words));
            if (drawable.isEmpty()) {
                return;
            }
            down += Millimetres.toPoints(8 * scale);
            double free =
                    Millimetres.toPoints(paper.height() - (MARGIN + (withCode ? CODE_WITH_ROOM : 0)) * scale) - down;
            double size = LARGEST_TEXT * scale;
            while (size > SMALLEST_TEXT * scale && lines(drawable, size).size() * size * LEADING > free) {
                size -= scale;
            }
            List<PlacedLine> placed = new ArrayList<>();
            for (LaidOutLine line : lines(drawable, size)) {
                down += size * LEADING;
                placed.add(new PlacedLine(line, Millimetres.toPoints(MARGIN * scale), down));
            }
            marks.add(new PageElement.Paragraph(StructureRole.TEXT, Ink.BLACK, placed));
        }

        private List<LaidOutLine> lines(String text, double size) {
            List<LaidOutLine> lines = new ArrayList<>();
            String rest = text;
            while (!rest.isEmpty()) {
                int end = fitting(rest, size);
                LaidOutLine.Joint joint = end == rest.length() ? LaidOutLine.Joint.END : LaidOutLine.Joint.BLANK;
                lines.add(typesetter.line(rest.substring(0, end), joint, Weight.REGULAR, size));
                rest = rest.substring(end).strip();
            }
            return lines;
        }

        /** How much of the text goes into one line; a single word that is wider stands alone. */
        private int fitting(String text, double size) {
            int end = text.length();
            while (typesetter.width(text.substring(0, end), Weight.REGULAR, size) > width) {
                int blank = text.lastIndexOf(' ', end - 1);
                if (blank <= 0) {
                    break;
                }
                end = blank;
            }
            return end;
        }

        private void foot(Sign sign) {
            double bottom = paper.height() - MARGIN * scale;
            double free = bottom - Millimetres.ofPoints(down) - 10 * scale;
            double side = Math.min(sign.code().isEmpty() ? 70 * scale : 90 * scale, free);
            if (side <= 0) {
                return;
            }
            PageFrame frame = new PageFrame(
                    Millimetres.toPoints((paper.width() - side) / 2),
                    Millimetres.toPoints(bottom - side),
                    Millimetres.toPoints(side),
                    Millimetres.toPoints(side));
            if (!sign.code().isEmpty()) {
                marks.add(QrCode.in(frame, sign.code(), "QR-Code / QR code"));
            } else if (sign.arrow() != SignArrow.NONE) {
                marks.add(
                        new PageElement.Figure(frame, alternative(sign.arrow()), List.of(arrow(frame, sign.arrow()))));
            }
        }

        private PageElement arrow(PageFrame frame, SignArrow arrow) {
            Path2D shape = new Path2D.Double();
            shape.moveTo(0.5, 0);
            shape.lineTo(1, 0.5);
            shape.lineTo(0.68, 0.5);
            shape.lineTo(0.68, 1);
            shape.lineTo(0.32, 1);
            shape.lineTo(0.32, 0.5);
            shape.lineTo(0, 0.5);
            shape.closePath();
            AffineTransform place = AffineTransform.getTranslateInstance(frame.x(), frame.y());
            place.scale(frame.width(), frame.height());
            double turns = arrow == SignArrow.LEFT ? -0.5 : arrow == SignArrow.RIGHT ? 0.5 : 0;
            place.rotate(turns * Math.PI, 0.5, 0.5);
            return new PageElement.Ornament(place.createTransformedShape(shape), Ink.BLACK);
        }

        private static String alternative(SignArrow arrow) {
            return switch (arrow) {
                case LEFT -> "Pfeil nach links / arrow to the left";
                case RIGHT -> "Pfeil nach rechts / arrow to the right";
                case UP, NONE -> "Pfeil geradeaus / arrow straight on";
            };
        }
    }
}
