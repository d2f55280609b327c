package org.einlass.reports.badge;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.page.PlacedLine;
import org.einlass.reports.typography.GlyphRun;
import org.einlass.reports.typography.LaidOutLine;

/**
 * A field's text, broken into lines but not yet placed. Sizes in points.
 *
 * @param size of the type; of a name, that of the lines below its title
 * @param lines all of one size, but for those of a title above a name, which are smaller
 */
record LaidOutField(Field field, double size, List<LaidOutLine> lines) {

    /** Source Sans 3: capital letters are 660 thousandths high. */
    static final double CAP_HEIGHT = 0.66;

    private static final double DESCENT = 0.2;
    private static final double AIR = 0.05;

    /** Of the type, between a title and the capitals below it. */
    private static final double BELOW_A_TITLE = 0.24;

    LaidOutField {
        lines = List.copyOf(lines);
    }

    /** Whether no ink leaves a measure of so many points. */
    boolean fits(double width) {
        return lines.stream().allMatch(line -> line.inkWidth() <= width);
    }

    double capHeight() {
        return size * CAP_HEIGHT;
    }

    double height() {
        return baseline(lines.size() - 1) + descent();
    }

    /**
     * Accents reach above capital letters, and what reaches above the field is cut off by the field above.
     */
    private double ascent() {
        return Math.max(sizeOf(0) * CAP_HEIGHT, lines.get(0).inkTop());
    }

    private double descent() {
        return Math.max(size * DESCENT, lines.get(lines.size() - 1).inkBottom());
    }

    /** Points below the field's upper edge. */
    private double baseline(int index) {
        double baseline = ascent();
        for (int i = 1; i <= index; i++) {
            double ink = lines.get(i - 1).inkBottom() + lines.get(i).inkTop() + AIR * size;
            baseline += Math.max(step(i), ink);
        }
        return baseline;
    }

    /** From one line's foot to the next one's, where no accent asks for more. */
    private double step(int line) {
        boolean belowTitle = sizeOf(line - 1) < sizeOf(line);
        return belowTitle ? size * (CAP_HEIGHT + BELOW_A_TITLE) : sizeOf(line) * pitch();
    }

    private double sizeOf(int line) {
        List<GlyphRun> runs = lines.get(line).runs();
        return runs.isEmpty() ? size : runs.get(0).size();
    }

    /** Large type wants less space between its lines than small type. */
    private double pitch() {
        return field.kind() == FieldKind.NAME ? 1.04 : 1.2;
    }

    /** What is written from right to left also begins at the right. */
    private double share() {
        Bidi direction = new Bidi(lines.get(0).text(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        double share = field.alignment().share();
        return direction.baseIsLeftToRight() ? share : 1 - share;
    }

    /** The field's marks with its upper edge at y points. */
    PageElement.Paragraph at(PageFrame block, double y, Ink ink) {
        List<PlacedLine> placed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            LaidOutLine line = lines.get(i);
            // Ink on the margin, not side bearings: large and small type stand in one line to the eye.
            double x = block.x() + (block.width() - line.inkWidth()) * share() - line.inkLeft();
            placed.add(new PlacedLine(line, x, y + baseline(i)));
        }
        return new PageElement.Paragraph(field.kind().role(), ink, placed);
    }
}
