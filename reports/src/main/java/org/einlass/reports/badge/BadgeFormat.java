package org.einlass.reports.badge;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The papers that badges are printed on. Sizes in millimetres. */
public enum BadgeFormat {
    /** A6 upright, one badge. */
    A6("a6", 105, 148, 105, 148),
    /** A label 62 mm wide and 100 mm long, read across. */
    LABEL_62_100("62x100", 100, 62, 100, 62),
    /** A plastic or paper card of 86 x 54 mm. */
    CARD_86_54("86x54", 86, 54, 86, 54),
    /** A4 with eight badges of 90 x 65 mm and cutting marks. */
    A4_EIGHT("a4", 90, 65, 210, 297),
    /** A5 across, folded to A6 in the middle: front on the right, back on the left. */
    A6_BUTTERFLY("a6-butterfly", 105, 148, 210, 148);

    private final String word;
    private final double width;
    private final double height;
    private final double sheetWidth;
    private final double sheetHeight;

    BadgeFormat(String word, double width, double height, double sheetWidth, double sheetHeight) {
        this.word = word;
        this.width = width;
        this.height = height;
        this.sheetWidth = sheetWidth;
        this.sheetHeight = sheetHeight;
    }

    /** The format's name in settings and requests: {@code a6}, {@code 62x100}. */
    public String word() {
        return word;
    }

    /** The format of that name in whatever case; empty for another. */
    public static Optional<BadgeFormat> named(String word) {
        return Stream.of(values())
                .filter(format -> format.word.equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
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
