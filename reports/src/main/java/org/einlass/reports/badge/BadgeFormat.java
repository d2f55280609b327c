package org.einlass.reports.badge;

/** The papers that badges are printed on. Sizes in millimetres. */
public enum BadgeFormat {
    /** A6 upright, one badge. */
    A6(105, 148, 105, 148),
    /** A label 62 mm wide and 100 mm long, read across. */
    LABEL_62_100(100, 62, 100, 62),
    /** A plastic or paper card of 86 x 54 mm. */
    CARD_86_54(86, 54, 86, 54),
    /** A4 with eight badges of 90 x 65 mm and cutting marks. */
    A4_EIGHT(90, 65, 210, 297),
    /** A5 across, folded to A6 in the middle: front on the right, back on the left. */
    A6_BUTTERFLY(105, 148, 210, 148);

    private final double width;
    private final double height;
    private final double sheetWidth;
    private final double sheetHeight;

    BadgeFormat(double width, double height, double sheetWidth, double sheetHeight) {
        this.width = width;
        this.height = height;
        this.sheetWidth = sheetWidth;
        this.sheetHeight = sheetHeight;
    }

    /** One badge's width. */
    public double width() {
        return width;
    }

    /** One badge's height. */
    public double height() {
        return height;
    }

    /** The paper's width. */
    public double sheetWidth() {
        return sheetWidth;
    }

    /** The paper's height. */
    public double sheetHeight() {
        return sheetHeight;
    }
}
