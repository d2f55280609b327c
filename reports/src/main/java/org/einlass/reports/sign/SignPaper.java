package org.einlass.reports.sign;

/** The papers that signs are printed on, upright. */
public enum SignPaper {
    A4(210, 297),
    A3(297, 420);

    private final double width;
    private final double height;

    SignPaper(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** Millimetres. */
    double width() {
        return width;
    }

    /** Millimetres. */
    double height() {
        return height;
    }

    /** How much larger than on A4 everything is. */
    double scale() {
        return width / A4.width;
    }
}
