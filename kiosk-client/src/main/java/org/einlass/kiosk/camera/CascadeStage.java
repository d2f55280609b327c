package org.einlass.kiosk.camera;

/** A step of the cascade, in the order they are tried; each says what it cures. */
public enum CascadeStage {
    /** ZXing as it comes, for the clean code held straight: most of them. */
    PLAIN("plain", 0, 0, Preparation.NONE),
    /** ZXing's readers for other kinds of codes, where the settings name them. */
    OTHER_SYMBOLS("other kind of code", 0, 0, Preparation.NONE),
    /** Our own search at half size: cures tilt, low contrast, inversion, mild noise and blur. */
    HALF("half size", 1, 41, Preparation.NONE),
    /** At an eighth with a wide window: cures modules so large that the windows before fit into one of them. */
    EIGHTH("eighth size", 3, 41, Preparation.NONE),
    /** At half size with a narrow window: cures glare, hard shadows and blur. */
    NARROW("half size, narrow window", 1, 15, Preparation.NONE),
    /** At full size: cures small modules. */
    FULL("full size", 0, 25, Preparation.NONE),
    /** With two of the three finder patterns: cures torn, stained and outshone corners. */
    LOST_CORNER("lost corner", 1, 15, Preparation.NONE),
    /** At half size, softened: cures noise. */
    SOFTENED("half size, softened", 1, 41, Preparation.SOFTENED),
    /** At half size with the narrowest window: cures strong blur. */
    NARROWEST("half size, narrowest window", 1, 9, Preparation.NONE),
    /** At quarter size, softened: cures strong noise and the pixel grid of screens. */
    QUARTER("quarter size, softened", 2, 31, Preparation.SOFTENED),
    /** At full size, sharpened: cures defocus of small modules. */
    SHARPENED("full size, sharpened", 0, 31, Preparation.SHARPENED);

    private enum Preparation {
        NONE,
        SOFTENED,
        SHARPENED
    }

    private final String label;
    private final int level;
    private final int window;
    private final Preparation preparation;

    CascadeStage(String label, int level, int window, Preparation preparation) {
        this.label = label;
        this.level = level;
        this.window = window;
        this.preparation = preparation;
    }

    /** Whether it is our own search for QR codes that looks. */
    boolean isSearch() {
        return window > 0;
    }

    int level() {
        return level;
    }

    /** Side of the threshold's window in pixels of the plane. */
    int window() {
        return window;
    }

    int rowStep() {
        return level == 0 ? 2 : 1;
    }

    boolean softened() {
        return preparation == Preparation.SOFTENED;
    }

    boolean sharpened() {
        return preparation == Preparation.SHARPENED;
    }

    /** The stage's name in {@code read --explain}. */
    @Override
    public String toString() {
        return label;
    }
}
