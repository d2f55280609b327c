package org.einlass.reports.ticket;

import java.util.ArrayList;
import java.util.List;
import org.einlass.reports.page.Frame;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.Mark;
import org.einlass.reports.page.PlacedLine;
import org.einlass.reports.page.Role;
import org.einlass.reports.page.Sheet;
import org.einlass.reports.type.CleanText;
import org.einlass.reports.type.LineBreaker;
import org.einlass.reports.type.LineBreaker.Division;
import org.einlass.reports.type.SetLine;
import org.einlass.reports.type.Typesetter;
import org.einlass.reports.type.Weight;

/** One column of text that grows downwards and goes on on the next sheet. Measures in points. One use, one thread. */
final class Column {

    private static final int MOST_LINES = 400;
    private static final double PITCH = 1.25;

    /** Of the wanted size; smaller type looks like a footnote. */
    private static final double SMALLEST = 0.65;

    private static final double CAP_HEIGHT = 0.66;

    private final Typesetter typesetter = Typesetter.standard();
    private final LineBreaker breaker = new LineBreaker(typesetter);
    private final double pageWidth;
    private final double pageHeight;
    private final Frame frame;
    private final List<Sheet> finished = new ArrayList<>();
    private List<Mark> marks = new ArrayList<>();
    private double y;

    Column(double pageWidth, double pageHeight, double margin) {
        this.pageWidth = pageWidth;
        this.pageHeight = pageHeight;
        this.frame = new Frame(0, 0, pageWidth, pageHeight).inset(margin);
        this.y = frame.y();
    }

    Frame frame() {
        return frame;
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
    void put(Mark mark) {
        marks.add(mark);
    }

    /** A thin line over the column. */
    void rule() {
        marks.add(Mark.Ornament.area(new Frame(frame.x(), y, frame.width(), 0.6), Ink.BLACK));
    }

    /** A paragraph; nothing for an empty one. A word too long for the column is set smaller, then broken where it must be. */
    void paragraph(Role role, String raw, Weight weight, double size, double width) {
        String text = typesetter.drawable(weight, CleanText.of(raw));
        if (text.isEmpty()) {
            return;
        }
        List<SetLine> lines = lines(text, weight, size, width);
        double step = lines.get(0).runs().get(0).size() * PITCH;
        List<PlacedLine> placed = new ArrayList<>();
        for (SetLine line : lines) {
            if (y + step > frame.bottom()) {
                addParagraph(role, placed);
                placed = new ArrayList<>();
                turnOver();
            }
            placed.add(new PlacedLine(line, frame.x(), y + size * CAP_HEIGHT + (step - size * CAP_HEIGHT) / 2));
            y += step;
        }
        addParagraph(role, placed);
    }

    private void addParagraph(Role role, List<PlacedLine> placed) {
        if (!placed.isEmpty()) {
            marks.add(new Mark.Paragraph(role, Ink.BLACK, placed));
        }
    }

    /** Makes the last paragraph of this sheet lead somewhere. */
    void link(String target, String alternative) {
        int last = marks.size() - 1;
        if (last >= 0 && marks.get(last) instanceof Mark.Paragraph paragraph) {
            marks.set(last, new Mark.Link(paragraph, target, alternative));
        }
    }

    private List<SetLine> lines(String text, Weight weight, double size, double width) {
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
        y = frame.y();
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
