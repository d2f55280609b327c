package org.einlass.reports.ticket;

import java.util.ArrayList;
import java.util.List;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.page.PlacedLine;
import org.einlass.reports.page.Sheet;
import org.einlass.reports.page.StructureRole;
import org.einlass.reports.typography.CleanText;
import org.einlass.reports.typography.LaidOutLine;
import org.einlass.reports.typography.LineBreaker;
import org.einlass.reports.typography.LineBreaker.Division;
import org.einlass.reports.typography.Typesetter;
import org.einlass.reports.typography.Weight;

/**
 * One column of text that grows downwards and goes on on the next sheet. Measures in points. One use, one
 * thread.
 */
final class TicketColumn {

    private static final int MOST_LINES = 400;
    private static final double PITCH = 1.25;

    /** Of the wanted size; smaller type looks like a footnote. */
    private static final double SMALLEST = 0.65;

    private static final double CAP_HEIGHT = 0.66;

    private final Typesetter typesetter = Typesetter.standard();
    private final LineBreaker breaker = new LineBreaker(typesetter);
    private final double pageWidth;
    private final double pageHeight;
    private final PageFrame pageFrame;
    private final List<Sheet> finished = new ArrayList<>();
    private List<PageElement> marks = new ArrayList<>();
    private double y;

    TicketColumn(double pageWidth, double pageHeight, double margin) {
        this.pageWidth = pageWidth;
        this.pageHeight = pageHeight;
        this.pageFrame = new PageFrame(0, 0, pageWidth, pageHeight).inset(margin);
        this.y = pageFrame.y();
    }

    PageFrame frame() {
        return pageFrame;
    }

    double y() {
        return y;
    }

    /** Leaves so much room free. */
    void skip(double height) {
        y += height;
    }

    void moveTo(double lower) {
        y = lower;
    }

    /** Something at a place of its own, which the text does not know of. */
    void put(PageElement pageElement) {
        marks.add(pageElement);
    }

    /** A thin line over the column. */
    void rule() {
        marks.add(PageElement.Ornament.area(new PageFrame(pageFrame.x(), y, pageFrame.width(), 0.6), Ink.BLACK));
    }

    /**
     * A paragraph; nothing for an empty one. A word too long for the column is set smaller, then broken where
     * it must be.
     */
    void paragraph(StructureRole structureRole, String raw, Weight weight, double size, double width) {
        String text = typesetter.drawable(weight, CleanText.of(raw));
        if (text.isEmpty()) {
            return;
        }
        List<LaidOutLine> lines = lines(text, weight, size, width);
        double step = lines.get(0).runs().get(0).size() * PITCH;
        List<PlacedLine> placed = new ArrayList<>();
        for (LaidOutLine line : lines) {
            if (y + step > pageFrame.bottom()) {
                addParagraph(structureRole, placed);
                placed = new ArrayList<>();
                turnOver();
            }
            placed.add(new PlacedLine(line, pageFrame.x(), y + size * CAP_HEIGHT + (step - size * CAP_HEIGHT) / 2));
            y += step;
        }
        addParagraph(structureRole, placed);
    }

    private void addParagraph(StructureRole structureRole, List<PlacedLine> placed) {
        if (!placed.isEmpty()) {
            marks.add(new PageElement.Paragraph(structureRole, Ink.BLACK, placed));
        }
    }

    /** Makes the last paragraph of this sheet lead somewhere. */
    void link(String target, String alternative) {
        int last = marks.size() - 1;
        if (last >= 0 && marks.get(last) instanceof PageElement.Paragraph paragraph) {
            marks.set(last, new PageElement.Link(paragraph, target, alternative));
        }
    }

    private List<LaidOutLine> lines(String text, Weight weight, double size, double width) {
        for (Division division : Division.values()) {
            for (double smaller = size; smaller >= size * SMALLEST; smaller -= 1) {
                var lines = breaker.breakInto(text, weight, smaller, width, MOST_LINES, division);
                if (lines.isPresent()) {
                    return lines.get();
                }
            }
        }
        return breaker.breakAnywhere(text, weight, size * SMALLEST, width);
    }

    private void turnOver() {
        finished.add(new Sheet(pageWidth, pageHeight, marks));
        marks = new ArrayList<>();
        y = pageFrame.y();
    }

    /** A single sheet ends below its text; nobody scrolls through white. Several keep their full length. */
    List<Sheet> sheetsCut(double margin) {
        return finished.isEmpty() ? List.of(new Sheet(pageWidth, y + margin, marks)) : sheets();
    }

    /** All sheets, the last one as far as it is filled. */
    List<Sheet> sheets() {
        List<Sheet> all = new ArrayList<>(finished);
        all.add(new Sheet(pageWidth, pageHeight, marks));
        return all;
    }
}
