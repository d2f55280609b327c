package org.einlass.reports.guide;

import java.util.ArrayList;
import java.util.List;
import org.einlass.reports.Millimetres;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PlacedLine;
import org.einlass.reports.page.StructureRole;
import org.einlass.reports.typography.CleanText;
import org.einlass.reports.typography.LaidOutLine;
import org.einlass.reports.typography.LineBreaker;
import org.einlass.reports.typography.LineBreaker.Division;
import org.einlass.reports.typography.Typesetter;
import org.einlass.reports.typography.Weight;

/** Sets texts in columns, one below the other. Measures in millimetres but for the size, which is in points. */
final class PageText {
    private static final int MOST_LINES = 20;
    private static final double PITCH = 1.32;
    private static final double CAP_HEIGHT = 0.7;

    private final Typesetter typesetter = Typesetter.standard();
    private final LineBreaker breaker = new LineBreaker(typesetter);

    /**
     * A text where it stands.
     *
     * @param bottom below its last line
     */
    record Set(PageElement element, double bottom) {}

    Set text(StructureRole role, String raw, Weight weight, double size, double left, double top, double width) {
        String words = typesetter.drawable(weight, CleanText.of(raw));
        double points = Millimetres.toPoints(width);
        List<LaidOutLine> lines = breaker.breakInto(words, weight, size, points, MOST_LINES, Division.WHOLE_WORDS)
                .orElseGet(() -> breaker.breakAnywhere(words, weight, size, points));
        List<PlacedLine> placed = new ArrayList<>();
        double baseline = Millimetres.toPoints(top) + size * CAP_HEIGHT;
        for (LaidOutLine line : lines) {
            placed.add(new PlacedLine(line, Millimetres.toPoints(left), baseline));
            baseline += size * PITCH;
        }
        return new Set(
                new PageElement.Paragraph(role, Ink.BLACK, placed),
                top + Millimetres.ofPoints(size * PITCH * lines.size()));
    }

    /** A text on one line: smaller where it is too long, down to two thirds, and cut with an ellipsis then. */
    Set line(String raw, Weight weight, double size, double left, double top, double width) {
        String words = typesetter.drawable(weight, CleanText.of(raw));
        double points = Millimetres.toPoints(width);
        double fitting = size;
        while (fitting > size * 2 / 3 && typesetter.width(words, weight, fitting) > points) {
            fitting -= 0.25;
        }
        while (typesetter.width(words, weight, fitting) > points && words.length() > 2) {
            words = words.substring(0, words.offsetByCodePoints(words.length(), -2))
                            .strip() + "\u2026";
        }
        LaidOutLine line = typesetter.line(words, LaidOutLine.Joint.END, weight, fitting);
        double baseline = Millimetres.toPoints(top) + size * CAP_HEIGHT;
        return new Set(
                new PageElement.Paragraph(
                        StructureRole.TEXT,
                        Ink.BLACK,
                        List.of(new PlacedLine(line, Millimetres.toPoints(left), baseline))),
                top + Millimetres.ofPoints(size * PITCH));
    }
}
