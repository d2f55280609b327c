package org.einlass.reports.helper;

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
import org.einlass.reports.page.PlacedLine;
import org.einlass.reports.page.QrCode;
import org.einlass.reports.page.Sheet;
import org.einlass.reports.page.StructureRole;
import org.einlass.reports.typography.CleanText;
import org.einlass.reports.typography.LaidOutLine;
import org.einlass.reports.typography.LineBreaker;
import org.einlass.reports.typography.LineBreaker.Division;
import org.einlass.reports.typography.Typesetter;
import org.einlass.reports.typography.Weight;

/**
 * Sets helpers' badges on A4, five a page: on the left the badge, 86 by 54 mm as a holder takes it, on the right the
 * slip with the PIN, which is cut off and kept elsewhere. Immutable, for any thread.
 */
public final class HelperBadges {
    private static final int ROWS = 5;
    private static final double PAGE_WIDTH = 210;
    private static final double PAGE_HEIGHT = 297;
    private static final double LEFT = 15;
    private static final double TOP = 13;
    private static final double WIDTH = 86;
    private static final double HEIGHT = 54;
    private static final double SLIP = 109;
    private static final double SLIP_WIDTH = PAGE_WIDTH - LEFT - SLIP;
    private static final double INSET = 5;
    private static final double CODE = 34;
    private static final double BAND = 9;
    private static final double HAIRLINE = 0.15;
    private static final double PITCH = 1.2;
    private static final double LEAST_SIZE = 7;
    private static final double CAP_HEIGHT = 0.66;
    private static final Ink PETROL = new Ink(0x0E, 0x3B, 0x4A);
    private static final Ink GREY = new Ink(0x8A, 0x8A, 0x8A);
    private static final Wording TITLE = new Wording("Helferausweise", "Helpers' badges");
    private static final Wording TEAM = new Wording("TEAM", "TEAM");
    private static final Wording CODE_ALTERNATIVE = new Wording("Code des Ausweises", "Code of the badge");
    private static final Wording PIN = new Wording("PIN", "PIN");
    private static final Wording KEEP = new Wording(
            "Abschneiden und getrennt vom Ausweis aufbewahren. Am Gerät: Ausweis scannen, PIN tippen.",
            "Cut off, and keep it apart from the badge. At the device: scan the badge, type the PIN.");

    private final Typesetter typesetter = Typesetter.standard();
    private final LineBreaker breaker = new LineBreaker(typesetter);
    private final SheetRenderer sheetRenderer = new SheetRenderer();

    /** The pages of some helpers, at least one, in their order. */
    public PrintedPages pages(List<PrintedHelperBadge> helpers, Locale language) {
        List<Sheet> sheets = new ArrayList<>();
        for (int first = 0; first < helpers.size(); first += ROWS) {
            List<PageElement> marks = new ArrayList<>();
            for (int row = 0; row < ROWS && first + row < helpers.size(); row++) {
                marks.addAll(row(helpers.get(first + row), TOP + row * HEIGHT, language));
            }
            sheets.add(new Sheet(Millimetres.toPoints(PAGE_WIDTH), Millimetres.toPoints(PAGE_HEIGHT), marks));
        }
        return sheetRenderer.print(sheets, new DocumentMetadata(TITLE.in(language), language));
    }

    private List<PageElement> row(PrintedHelperBadge helper, double top, Locale language) {
        List<PageElement> marks = new ArrayList<>();
        marks.addAll(cutMarks(LEFT, top, WIDTH));
        marks.addAll(cutMarks(SLIP, top, SLIP_WIDTH));
        marks.addAll(badge(helper, top, language));
        marks.addAll(slip(helper, top, language));
        return marks;
    }

    private List<PageElement> badge(PrintedHelperBadge helper, double top, Locale language) {
        double text = WIDTH - 2 * INSET;
        double beside = text - CODE - 2;
        List<PageElement> marks = new ArrayList<>();
        marks.add(PageElement.Ornament.area(box(LEFT, top, WIDTH, BAND), PETROL));
        marks.add(text(
                StructureRole.TEXT, Ink.WHITE, TEAM.in(language), Weight.BOLD, 11, LEFT + INSET, top + 2.6, 30, 1));
        marks.add(text(
                StructureRole.TITLE, Ink.BLACK, helper.name(), Weight.BOLD, 15, LEFT + INSET, top + 13, beside, 3));
        marks.add(text(
                StructureRole.TEXT, Ink.BLACK, helper.work(), Weight.SEMIBOLD, 11, LEFT + INSET, top + 33, beside, 1));
        marks.add(text(
                StructureRole.TEXT, Ink.BLACK, helper.day(), Weight.REGULAR, 9, LEFT + INSET, top + 38, beside, 2));
        marks.add(text(
                StructureRole.TEXT, Ink.BLACK, helper.event(), Weight.REGULAR, 8, LEFT + INSET, top + 46, text, 2));
        marks.add(QrCode.in(
                box(LEFT + WIDTH - INSET - CODE + 3, top + BAND + 1, CODE, CODE),
                helper.card(),
                CODE_ALTERNATIVE.in(language)));
        return marks;
    }

    private List<PageElement> slip(PrintedHelperBadge helper, double top, Locale language) {
        double text = SLIP_WIDTH - 2 * INSET;
        return List.of(
                text(StructureRole.TEXT, Ink.BLACK, helper.name(), Weight.SEMIBOLD, 11, SLIP + INSET, top + 5, text, 2),
                text(StructureRole.TEXT, Ink.BLACK, helper.day(), Weight.REGULAR, 9, SLIP + INSET, top + 15, text, 1),
                text(
                        StructureRole.TEXT,
                        Ink.BLACK,
                        PIN.in(language),
                        Weight.REGULAR,
                        11,
                        SLIP + INSET,
                        top + 26,
                        12,
                        1),
                text(
                        StructureRole.TEXT,
                        Ink.BLACK,
                        helper.pin(),
                        Weight.BOLD,
                        28,
                        SLIP + INSET + 12,
                        top + 22.5,
                        50,
                        1),
                text(
                        StructureRole.TEXT,
                        Ink.BLACK,
                        KEEP.in(language),
                        Weight.REGULAR,
                        9,
                        SLIP + INSET,
                        top + 38,
                        text,
                        3));
    }

    /** As large as wanted, smaller where it must be, and whole always. Measures in millimetres but for the size. */
    private PageElement text(
            StructureRole role,
            Ink ink,
            String raw,
            Weight weight,
            double size,
            double x,
            double top,
            double width,
            int most) {
        String words = typesetter.drawable(weight, CleanText.of(raw));
        double points = Millimetres.toPoints(width);
        double used = size;
        List<LaidOutLine> lines = List.of();
        while (lines.isEmpty() && used >= LEAST_SIZE) {
            lines = breaker.breakInto(words, weight, used, points, most, Division.WHOLE_WORDS)
                    .orElse(List.of());
            used -= lines.isEmpty() ? 0.5 : 0;
        }
        if (lines.isEmpty()) {
            used = LEAST_SIZE;
            lines = breaker.breakAnywhere(words, weight, used, points);
        }
        List<PlacedLine> placed = new ArrayList<>();
        double baseline = Millimetres.toPoints(top) + used * CAP_HEIGHT;
        for (LaidOutLine line : lines) {
            placed.add(new PlacedLine(line, Millimetres.toPoints(x), baseline));
            baseline += used * PITCH;
        }
        return new PageElement.Paragraph(role, ink, placed);
    }

    /** Thin lines where to cut. */
    private static List<PageElement> cutMarks(double x, double top, double width) {
        return List.of(
                PageElement.Ornament.area(box(x, top, width, HAIRLINE), GREY),
                PageElement.Ornament.area(box(x, top + HEIGHT - HAIRLINE, width, HAIRLINE), GREY),
                PageElement.Ornament.area(box(x, top, HAIRLINE, HEIGHT), GREY),
                PageElement.Ornament.area(box(x + width - HAIRLINE, top, HAIRLINE, HEIGHT), GREY));
    }

    private static PageFrame box(double x, double y, double width, double height) {
        return new PageFrame(
                Millimetres.toPoints(x),
                Millimetres.toPoints(y),
                Millimetres.toPoints(width),
                Millimetres.toPoints(height));
    }
}
