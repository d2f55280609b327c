package org.einlass.reports.guide;

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
import org.einlass.reports.page.QrCode;
import org.einlass.reports.page.Sheet;
import org.einlass.reports.page.StructureRole;
import org.einlass.reports.typography.Weight;

/** Sets instructions and practice tickets on A4. Immutable, for any thread. */
public final class GuideRenderer {
    private static final double PAGE_WIDTH = 210;
    private static final double PAGE_HEIGHT = 297;
    private static final double MARGIN = 18;
    private static final double KEY_WIDTH = 46;
    private static final double STEP_GAP = 2.4;
    private static final double LARGEST = 11;
    private static final double SMALLEST = 7.5;
    private static final double SMALLER = 0.5;
    private static final double CODE = 45;
    private static final double BAND = 4;

    /** Printers leave about 5 mm white. */
    private static final double EDGE = 6;

    private static final int COLUMNS = 2;
    private static final int ROWS = 5;
    private static final double TICKET_CODE = 36;
    private static final Ink PETROL = new Ink(0x0E, 0x3B, 0x4A);
    private static final Ink GREY = new Ink(0x8A, 0x8A, 0x8A);
    private static final double HAIRLINE = 0.15;

    private final PageText texts = new PageText();
    private final SheetRenderer sheetRenderer = new SheetRenderer();

    /** One page a guide, each in the type that lets all its steps stand on it. */
    public PrintedPages pages(List<Guide> guides) {
        Guide first = guides.get(0);
        return sheetRenderer.print(
                guides.stream().map(this::sheet).toList(),
                new DocumentMetadata(first.title() + " – " + first.event(), first.language()));
    }

    private Sheet sheet(Guide guide) {
        double size = LARGEST;
        List<PageElement> marks = new ArrayList<>();
        while (!set(guide, size, marks) && size > SMALLEST) {
            size -= SMALLER;
        }
        return new Sheet(Millimetres.toPoints(PAGE_WIDTH), Millimetres.toPoints(PAGE_HEIGHT), marks);
    }

    /** @return whether all of it stands on the page */
    private boolean set(Guide guide, double size, List<PageElement> marks) {
        marks.clear();
        double wide = PAGE_WIDTH - 2 * MARGIN;
        marks.add(PageElement.Ornament.area(box(MARGIN, EDGE, wide, BAND), PETROL));
        PageText.Set title =
                texts.text(StructureRole.TITLE, guide.title(), Weight.BOLD, 2 * size, MARGIN, MARGIN - 4, wide);
        PageText.Set event =
                texts.text(StructureRole.TEXT, guide.event(), Weight.REGULAR, size, MARGIN, title.bottom() + 1, wide);
        marks.add(title.element());
        marks.add(event.element());
        double top = event.bottom() + 5;
        for (Guide.Step step : guide.steps()) {
            boolean keyed = !step.key().isEmpty();
            double bottom = top;
            if (keyed) {
                PageText.Set key =
                        texts.text(StructureRole.TEXT, step.key(), Weight.BOLD, size, MARGIN, top, KEY_WIDTH - 4);
                marks.add(key.element());
                bottom = key.bottom();
            }
            double left = keyed ? MARGIN + KEY_WIDTH : MARGIN;
            PageText.Set words = texts.text(
                    StructureRole.TEXT,
                    step.words(),
                    keyed ? Weight.REGULAR : Weight.SEMIBOLD,
                    size,
                    left,
                    top,
                    PAGE_WIDTH - MARGIN - left);
            marks.add(words.element());
            top = Math.max(bottom, words.bottom()) + STEP_GAP;
        }
        for (Guide.Code code : guide.code()) {
            marks.add(QrCode.in(box(MARGIN, top + 4, CODE, CODE), code.text(), code.alternative()));
            top += CODE + 8;
        }
        return top <= PAGE_HEIGHT - MARGIN + STEP_GAP;
    }

    /**
     * Tickets to practise with, ten a page, each marked as such.
     *
     * @param mark what stands on each: "practice, counts for nothing"
     */
    public PrintedPages tickets(String event, String mark, List<PracticeTicket> tickets, Locale language) {
        List<Sheet> sheets = new ArrayList<>();
        int many = COLUMNS * ROWS;
        for (int first = 0; first < tickets.size(); first += many) {
            List<PageElement> marks = new ArrayList<>();
            cuts(Math.min(many, tickets.size() - first), marks);
            for (int place = 0; place < many && first + place < tickets.size(); place++) {
                ticket(event, mark, tickets.get(first + place), place, marks);
            }
            sheets.add(new Sheet(Millimetres.toPoints(PAGE_WIDTH), Millimetres.toPoints(PAGE_HEIGHT), marks));
        }
        return sheetRenderer.print(sheets, new DocumentMetadata(mark + " – " + event, language));
    }

    /** Where so many tickets are cut apart; a sheet's own edges need no cut. */
    private static void cuts(int tickets, List<PageElement> marks) {
        double height = PAGE_HEIGHT / ROWS;
        int rows = Math.floorDiv(tickets + COLUMNS - 1, COLUMNS);
        double bottom = Math.min(rows * height, PAGE_HEIGHT - EDGE);
        marks.add(PageElement.Ornament.area(box(PAGE_WIDTH / COLUMNS, EDGE, HAIRLINE, bottom - EDGE), GREY));
        for (int row = 1; row <= Math.min(rows, ROWS - 1); row++) {
            marks.add(PageElement.Ornament.area(box(EDGE, row * height, PAGE_WIDTH - 2 * EDGE, HAIRLINE), GREY));
        }
    }

    private void ticket(String event, String mark, PracticeTicket ticket, int place, List<PageElement> marks) {
        double width = PAGE_WIDTH / COLUMNS;
        double height = PAGE_HEIGHT / ROWS;
        double left = place % COLUMNS * width;
        double top = Math.floorDiv(place, COLUMNS) * height;
        double inner = width - TICKET_CODE - 22;
        PageText.Set marked = texts.text(StructureRole.TEXT, mark, Weight.BOLD, 10, left + 8, top + 9, inner);
        PageText.Set name =
                texts.text(StructureRole.TEXT, ticket.name(), Weight.BOLD, 14, left + 8, marked.bottom() + 3, inner);
        PageText.Set house = texts.text(
                StructureRole.TEXT, ticket.organisation(), Weight.REGULAR, 10, left + 8, name.bottom() + 1, inner);
        PageText.Set title =
                texts.text(StructureRole.TEXT, event, Weight.REGULAR, 8, left + 8, house.bottom() + 1, inner);
        for (PageText.Set set : List.of(marked, name, house, title)) {
            marks.add(set.element());
        }
        marks.add(QrCode.in(
                box(left + width - TICKET_CODE - 8, top + 11, TICKET_CODE, TICKET_CODE), ticket.code(), mark));
    }

    private static PageFrame box(double x, double y, double width, double height) {
        return new PageFrame(
                Millimetres.toPoints(x),
                Millimetres.toPoints(y),
                Millimetres.toPoints(width),
                Millimetres.toPoints(height));
    }
}
