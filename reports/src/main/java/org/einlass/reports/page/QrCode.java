package org.einlass.reports.page;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.geom.Path2D;
import java.util.List;

/** A QR code drawn as one outline, with its quiet zone on white; ISO/IEC 18004, error correction Q. */
public final class QrCode {

    private static final int QUIET_ZONE = 4;

    /** More than a badge's code has, so that its outline never grows in steps. */
    private static final int SEGMENTS = 1_024;

    private QrCode() {}

    /**
     * The code of a text, as large as the square at the frame's top left allows, quiet zone included.
     *
     * @param text for our own codes 29 characters of the alphanumeric mode, which make a version 2
     * @param alternative what a listener hears instead
     * @throws IllegalArgumentException where the text is too long for any QR code
     */
    public static PageElement.Figure in(PageFrame pageFrame, String text, String alternative) {
        return figure(pageFrame, QrModules.of(text, ErrorCorrectionLevel.Q), alternative);
    }

    /**
     * The code of a signed text of some hundred characters; error correction M, which makes larger modules.
     *
     * @param alternative what a listener hears instead
     * @throws IllegalArgumentException where the text is too long for any QR code
     */
    public static PageElement.Figure signed(PageFrame pageFrame, String text, String alternative) {
        return figure(pageFrame, QrModules.of(text, ErrorCorrectionLevel.M), alternative);
    }

    private static PageElement.Figure figure(PageFrame pageFrame, QrModules modules, String alternative) {
        double side = Math.min(pageFrame.width(), pageFrame.height());
        double module = side / (modules.width() + 2 * QUIET_ZONE);
        Path2D.Double dark = new Path2D.Double(Path2D.WIND_NON_ZERO, SEGMENTS);
        for (int row = 0; row < modules.width(); row++) {
            addRow(dark, modules, row, pageFrame, module);
        }
        PageFrame square = new PageFrame(pageFrame.x(), pageFrame.y(), side, side);
        return new PageElement.Figure(
                square,
                alternative,
                List.of(PageElement.Ornament.area(square, Ink.WHITE), new PageElement.Ornament(dark, Ink.BLACK)));
    }

    /**
     * The code of a text as an SVG picture for a screen, quiet zone on white included; error correction M.
     *
     * @throws IllegalArgumentException where the text is too long for any QR code
     */
    public static String svg(String text) {
        QrModules modules = QrModules.of(text, ErrorCorrectionLevel.M);
        int side = modules.width() + 2 * QUIET_ZONE;
        StringBuilder dark = new StringBuilder();
        for (int row = 0; row < modules.width(); row++) {
            for (int column = 0; column < modules.width(); column++) {
                if (modules.isDark(column, row)) {
                    dark.append('M').append(column + QUIET_ZONE).append(' ').append(row + QUIET_ZONE);
                    dark.append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">"
                        .formatted(side, side)
                + "<path fill=\"#ffffff\" d=\"M0 0h%dv%dh-%dz\"/><path fill=\"#000000\" d=\"%s\"/></svg>"
                        .formatted(side, side, side, dark);
    }

    /** Neighbouring dark modules become one rectangle, so that no hairline shows between them. */
    private static void addRow(Path2D.Double dark, QrModules modules, int row, PageFrame pageFrame, double module) {
        int column = 0;
        while (column < modules.width()) {
            int start = column;
            while (column < modules.width() && modules.isDark(column, row)) {
                column++;
            }
            if (column > start) {
                double x = pageFrame.x() + (QUIET_ZONE + start) * module;
                double y = pageFrame.y() + (QUIET_ZONE + row) * module;
                addRectangle(dark, x, y, (column - start) * module, module);
            }
            column++;
        }
    }

    private static void addRectangle(Path2D.Double path, double x, double y, double width, double height) {
        path.moveTo(x, y);
        path.lineTo(x + width, y);
        path.lineTo(x + width, y + height);
        path.lineTo(x, y + height);
        path.closePath();
    }
}
