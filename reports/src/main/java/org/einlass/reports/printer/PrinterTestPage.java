package org.einlass.reports.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einlass.reports.Millimetres;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.jasper.SheetRenderer;
import org.einlass.reports.page.DocumentMetadata;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.page.PlacedLine;
import org.einlass.reports.page.QrCode;
import org.einlass.reports.page.Sheet;
import org.einlass.reports.page.StructureRole;
import org.einlass.reports.typography.LaidOutLine;
import org.einlass.reports.typography.Typesetter;
import org.einlass.reports.typography.Weight;

/**
 * A page by which somebody sees with a ruler, an eye and a phone whether a printer prints badges whole: a
 * frame at the paper's very edge, rulers in millimetres along the top and the left edge, six steps of
 * darkness, and a code as large as on a badge.
 */
public final class PrinterTestPage {
    /** What the code says. */
    public static final String CODE = "EINLASS-TEST-0123456789ABCDEF";

    private static final int STEPS = 6;
    private static final double HAIRLINE = 0.2;
    /** Pages are whole points wide: up to a sixth of a millimetre of the last one is lost. */
    private static final double EDGE = 0.5;

    private static final int CENTIMETRE = 10;

    private final Typesetter typesetter = Typesetter.standard();
    private final SheetRenderer sheetRenderer = new SheetRenderer();

    /**
     * The page for a paper.
     *
     * @param printer what the team calls the printer
     */
    public PrintedPages page(BadgeFormat format, String printer, Locale language) {
        boolean english = Locale.ENGLISH.getLanguage().equals(language.getLanguage());
        double width = format.sheetWidth();
        double height = format.sheetHeight();
        List<PageElement> marks = new ArrayList<>();
        marks.addAll(frame(width, height));
        marks.addAll(rulers(width, height));
        String title = english ? "Printer test" : "Druckertest";
        String size = String.format(Locale.ROOT, "%.0f x %.0f mm", width, height);
        marks.add(text(StructureRole.TITLE, title, Weight.BOLD, 12, 15));
        marks.add(text(StructureRole.TEXT, printer, Weight.REGULAR, 8, 19.5));
        marks.add(text(StructureRole.TEXT, size, Weight.REGULAR, 8, 23.5));
        double code = Math.min(28, Math.min(width, height) - 28);
        marks.addAll(steps(width - code - 17, 27));
        marks.add(QrCode.in(
                box(width - code - 3, height - code - 3, code, code), CODE, english ? "Test code" : "Testcode"));
        Sheet sheet = new Sheet(Millimetres.toPoints(width), Millimetres.toPoints(height), marks);
        return sheetRenderer.print(List.of(sheet), new DocumentMetadata(title, language));
    }

    /** A line of half a millimetre around the paper: a side that is missing was cut. */
    private static List<PageElement> frame(double width, double height) {
        return List.of(
                area(0, 0, width, EDGE),
                area(0, height - EDGE, width, EDGE),
                area(0, 0, EDGE, height),
                area(width - EDGE, 0, EDGE, height));
    }

    /** Ticks of each millimetre; every fifth and tenth is longer. */
    private static List<PageElement> rulers(double width, double height) {
        List<PageElement> ticks = new ArrayList<>();
        for (int mm = 1; mm < width; mm++) {
            ticks.add(area(mm - HAIRLINE / 2, 1, HAIRLINE, length(mm)));
        }
        for (int mm = 1; mm < height; mm++) {
            ticks.add(area(1, mm - HAIRLINE / 2, length(mm), HAIRLINE));
        }
        return ticks;
    }

    private static double length(int millimetre) {
        if (millimetre % CENTIMETRE == 0) {
            return 6;
        }
        return millimetre % (CENTIMETRE / 2) == 0 ? 4 : 2;
    }

    /** From light to black, side by side, beside each other as far as there is room. */
    private static List<PageElement> steps(double room, double top) {
        List<PageElement> steps = new ArrayList<>();
        double side = Math.min(8, room / STEPS);
        for (int step = 0; step < STEPS; step++) {
            int grey = 255 - 255 * (step + 1) / STEPS;
            steps.add(PageElement.Ornament.area(box(12 + step * side, top, side, 8), new Ink(grey, grey, grey)));
        }
        return steps;
    }

    private PageElement text(StructureRole role, String words, Weight weight, double size, double baseline) {
        String drawable = typesetter.drawable(weight, words);
        PlacedLine line = new PlacedLine(
                typesetter.line(drawable, LaidOutLine.Joint.END, weight, size),
                Millimetres.toPoints(12),
                Millimetres.toPoints(baseline));
        return new PageElement.Paragraph(role, Ink.BLACK, List.of(line));
    }

    private static PageElement area(double x, double y, double width, double height) {
        return PageElement.Ornament.area(box(x, y, width, height), Ink.BLACK);
    }

    private static PageFrame box(double x, double y, double width, double height) {
        return new PageFrame(
                Millimetres.toPoints(x),
                Millimetres.toPoints(y),
                Millimetres.toPoints(width),
                Millimetres.toPoints(height));
    }
}
