package org.einlass.reports.guide;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.reports.Millimetres;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.jasper.SheetRenderer;
import org.einlass.reports.page.DocumentMetadata;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.page.QrCode;
import org.einlass.reports.page.Sheet;
import org.einlass.reports.page.StructureRole;
import org.einlass.reports.typography.Weight;

/**
 * Sets lists to be ticked by hand on A4, in two columns of up to 15 lines: a box, name and organisation, a line for
 * the time, and a code that is large enough for every hand scanner. Immutable, for any thread.
 */
public final class PaperListRenderer {
    private static final Wording STATE = new Wording("'Stand' d. MMMM uuuu, H.mm 'Uhr'", "'As of' d MMMM uuuu, HH:mm");
    private static final Wording PAGE = new Wording("Seite %d von %d", "Page %d of %d");
    private static final double PAGE_WIDTH = 210;
    private static final double PAGE_HEIGHT = 297;
    private static final double MARGIN = 14;
    private static final double HEAD = 36;
    private static final double FOOT = 12;
    private static final double ROW = 16.4;
    private static final double CODE = 15;
    private static final double BOX = 5;
    private static final double GUTTER = 8;
    private static final double HAIRLINE = 0.15;
    private static final int COLUMNS = 2;
    private static final int ROWS = 15;
    private static final Ink GREY = new Ink(0x8A, 0x8A, 0x8A);

    private final PageText texts = new PageText();
    private final SheetRenderer sheetRenderer = new SheetRenderer();

    /** The list's pages; one where nobody stands on it. */
    public PrintedPages pages(PaperList list) {
        int many = COLUMNS * ROWS;
        int count = Math.max(1, (list.lines().size() + many - 1) / many);
        List<Sheet> sheets = new ArrayList<>();
        for (int page = 0; page < count; page++) {
            List<PageElement> marks = new ArrayList<>();
            head(list, page, count, marks);
            for (int place = 0;
                    place < many && page * many + place < list.lines().size();
                    place++) {
                line(list, list.lines().get(page * many + place), place, marks);
            }
            sheets.add(new Sheet(Millimetres.toPoints(PAGE_WIDTH), Millimetres.toPoints(PAGE_HEIGHT), marks));
        }
        return sheetRenderer.print(
                sheets, new DocumentMetadata(list.title() + " \u2013 " + list.event(), list.language()));
    }

    private void head(PaperList list, int page, int count, List<PageElement> marks) {
        double wide = PAGE_WIDTH - 2 * MARGIN;
        Locale language = list.language();
        String state = DateTimeFormatter.ofPattern(
                        STATE.in(language), language.getLanguage().equals("en") ? Locale.UK : Locale.GERMANY)
                .format(list.at().atZone(list.zone()));
        PageText.Set title = texts.text(StructureRole.TITLE, list.title(), Weight.BOLD, 18, MARGIN, MARGIN - 4, wide);
        PageText.Set event = texts.text(
                StructureRole.TEXT,
                list.event() + " \u00b7 " + state,
                Weight.REGULAR,
                9.5,
                MARGIN,
                title.bottom(),
                wide);
        PageText.Set note =
                texts.text(StructureRole.TEXT, list.note(), Weight.SEMIBOLD, 9, MARGIN, event.bottom() + 0.5, wide);
        PageText.Set foot = texts.text(
                StructureRole.TEXT,
                PAGE.in(language).formatted(page + 1, count) + " \u00b7 " + state,
                Weight.REGULAR,
                8,
                MARGIN,
                PAGE_HEIGHT - FOOT,
                wide);
        for (PageText.Set set : List.of(title, event, note, foot)) {
            marks.add(set.element());
        }
    }

    /** Lines go down the first column, then the second. */
    private void line(PaperList list, PaperList.Line line, int place, List<PageElement> marks) {
        double width = (PAGE_WIDTH - 2 * MARGIN - GUTTER) / COLUMNS;
        double left = MARGIN + Math.floorDiv(place, ROWS) * (width + GUTTER);
        double top = HEAD + place % ROWS * ROW;
        marks.add(PageElement.Ornament.area(box(left, top, width, HAIRLINE), GREY));
        frame(left, top + (ROW - BOX) / 2, marks);
        double words = left + BOX + 3;
        double wide = width - BOX - 3 - CODE - 2;
        PageText.Set name = texts.line(line.name(), Weight.BOLD, 10.5, words, top + 1.8, wide);
        PageText.Set house = texts.line(line.organisation(), Weight.REGULAR, 8, words, name.bottom(), wide);
        String time = line.arrived().isEmpty() ? list.blank() : line.arrived();
        PageText.Set when = texts.line(time, Weight.REGULAR, 8, words, house.bottom() + 0.6, wide);
        for (PageText.Set set : List.of(name, house, when)) {
            marks.add(set.element());
        }
        marks.add(QrCode.in(box(left + width - CODE, top + (ROW - CODE) / 2, CODE, CODE), line.code(), line.name()));
    }

    private static void frame(double x, double y, List<PageElement> marks) {
        marks.add(PageElement.Ornament.area(box(x, y, BOX, BOX), Ink.BLACK));
        marks.add(PageElement.Ornament.area(box(x + 0.3, y + 0.3, BOX - 0.6, BOX - 0.6), Ink.WHITE));
    }

    private static PageFrame box(double x, double y, double width, double height) {
        return new PageFrame(
                Millimetres.toPoints(x),
                Millimetres.toPoints(y),
                Millimetres.toPoints(width),
                Millimetres.toPoints(height));
    }
}
