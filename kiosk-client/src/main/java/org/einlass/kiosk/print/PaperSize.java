package org.einlass.kiosk.print;

import java.util.Locale;

/**
 * A piece of paper as it lies in a printer.
 *
 * @param width across the way it is fed, in millimetres, more than 0
 * @param height along the way it is fed, in millimetres, more than 0
 */
public record PaperSize(double width, double height) {
    /** Printers round the sizes of their papers to points or to tenths of an inch. */
    public static final double TOLERANCE_MM = 1.5;

    private static final double MM_A_POINT = 25.4 / 72;

    /** A page as wide and high as so many points, a 72nd of an inch each. */
    public static PaperSize ofPoints(double width, double height) {
        return new PaperSize(width * MM_A_POINT, height * MM_A_POINT);
    }

    /** Whether a page of that size fills this paper, upright or across. */
    public boolean matches(PaperSize page) {
        return liesLike(page) || liesLike(page.turned());
    }

    /** Whether a page of that size fills this paper without being turned. */
    public boolean liesLike(PaperSize page) {
        return Math.abs(width - page.width) <= TOLERANCE_MM && Math.abs(height - page.height) <= TOLERANCE_MM;
    }

    /** The same paper, fed by its other edge. */
    public PaperSize turned() {
        return new PaperSize(/* width= */ height, /* height= */ width);
    }

    /** For people: {@code 62 x 100 mm}. */
    public String words() {
        return String.format(Locale.ROOT, "%.0f x %.0f mm", width, height);
    }
}
