package org.einlass.kiosk.camera;

/** A step of the cascade, in the order they are tried. */
public enum Stage {
    /** ZXing as it comes, for the clean code held straight: most of them. */
    PLAIN("plain");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /** The stage's name in {@code read --explain}. */
    @Override
    public String toString() {
        return label;
    }
}
