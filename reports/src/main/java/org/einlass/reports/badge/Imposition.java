package org.einlass.reports.badge;

import java.util.ArrayList;
import java.util.List;
import org.einlass.reports.Millimetres;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.page.Sheet;

/**
 * Puts badges on paper: one a page, eight a page with cutting marks, or both sides beside each other to be
 * folded.
 */
final class Imposition {

    private static final int COLUMNS = 2;
    private static final int ROWS = 4;
    private static final double HAIRLINE = 0.3;

    private final BadgeFormat format;
    private final boolean twoSided;

    Imposition(BadgeFormat format, boolean twoSided) {
        this.format = format;
        this.twoSided = twoSided;
    }

    /** The sheets for set badges, in their order; for two-sided badges every second sheet is a back. */
    List<Sheet> sheets(List<BadgeSetter.Sides> badges) {
        return switch (format) {
            case A4_EIGHT -> eightUp(badges);
            case A6_BUTTERFLY -> badges.stream().map(this::butterfly).toList();
            case A6, LABEL_62_100, CARD_86_54 -> single(badges);
        };
    }

    private List<Sheet> single(List<BadgeSetter.Sides> badges) {
        List<Sheet> sheets = new ArrayList<>();
        for (BadgeSetter.Sides badge : badges) {
            sheets.add(sheet(badge.front()));
            if (twoSided) {
                sheets.add(sheet(badge.back()));
            }
        }
        return sheets;
    }

    /** Without a back of its own the name looks both ways, however the badge turns on its ribbon. */
    private Sheet butterfly(BadgeSetter.Sides badge) {
        double half = Millimetres.toPoints(format.width());
        List<PageElement> marks = new ArrayList<>(moved(badge.front(), half, 0));
        marks.addAll(twoSided ? badge.back() : badge.front());
        double tick = Millimetres.toPoints(3);
        double bottom = Millimetres.toPoints(format.sheetHeight()) - tick;
        marks.add(PageElement.Ornament.area(new PageFrame(half - HAIRLINE / 2, 0, HAIRLINE, tick), Ink.BLACK));
        marks.add(PageElement.Ornament.area(new PageFrame(half - HAIRLINE / 2, bottom, HAIRLINE, tick), Ink.BLACK));
        return sheet(marks);
    }

    private List<Sheet> eightUp(List<BadgeSetter.Sides> badges) {
        List<Sheet> sheets = new ArrayList<>();
        int eight = COLUMNS * ROWS;
        for (int first = 0; first < badges.size(); first += eight) {
            List<BadgeSetter.Sides> page = badges.subList(first, Math.min(first + eight, badges.size()));
            sheets.add(eight(page.stream().map(BadgeSetter.Sides::front).toList(), false));
            if (twoSided) {
                sheets.add(eight(page.stream().map(BadgeSetter.Sides::back).toList(), true));
            }
        }
        return sheets;
    }

    /**
     * Backs stand in mirrored columns, so that each lies behind its front when the sheet is turned over its
     * long edge.
     */
    private Sheet eight(List<List<PageElement>> badges, boolean mirrored) {
        List<PageElement> marks = new ArrayList<>();
        for (int i = 0; i < badges.size(); i++) {
            int column = mirrored ? COLUMNS - 1 - i % COLUMNS : i % COLUMNS;
            marks.addAll(moved(badges.get(i), across(column), down(i / COLUMNS)));
        }
        marks.addAll(cuttingMarks());
        return sheet(marks);
    }

    private double across(int column) {
        double margin = (format.sheetWidth() - COLUMNS * format.width()) / 2;
        return Millimetres.toPoints(margin + column * format.width());
    }

    private double down(int row) {
        double margin = (format.sheetHeight() - ROWS * format.height()) / 2;
        return Millimetres.toPoints(margin + row * format.height());
    }

    /** Short lines outside the badges, where the knife goes. */
    private List<PageElement> cuttingMarks() {
        List<PageElement> marks = new ArrayList<>();
        double length = Millimetres.toPoints(5);
        double gap = Millimetres.toPoints(2);
        for (int column = 0; column <= COLUMNS; column++) {
            double x = across(column) - HAIRLINE / 2;
            marks.add(PageElement.Ornament.area(new PageFrame(x, down(0) - gap - length, HAIRLINE, length), Ink.BLACK));
            marks.add(PageElement.Ornament.area(new PageFrame(x, down(ROWS) + gap, HAIRLINE, length), Ink.BLACK));
        }
        for (int row = 0; row <= ROWS; row++) {
            double y = down(row) - HAIRLINE / 2;
            marks.add(
                    PageElement.Ornament.area(new PageFrame(across(0) - gap - length, y, length, HAIRLINE), Ink.BLACK));
            marks.add(PageElement.Ornament.area(new PageFrame(across(COLUMNS) + gap, y, length, HAIRLINE), Ink.BLACK));
        }
        return marks;
    }

    private static List<PageElement> moved(List<PageElement> marks, double dx, double dy) {
        return marks.stream().map(mark -> mark.moved(dx, dy)).toList();
    }

    private Sheet sheet(List<PageElement> marks) {
        return new Sheet(Millimetres.toPoints(format.sheetWidth()), Millimetres.toPoints(format.sheetHeight()), marks);
    }
}
