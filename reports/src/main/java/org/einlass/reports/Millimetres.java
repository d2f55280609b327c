package org.einlass.reports;

/**
 * The two measures of print: millimetres, as layouts are written, and points (1/72 inch), as pages are set.
 */
public final class Millimetres {

    private static final double POINTS = 72 / 25.4;

    private Millimetres() {}

    /** Points for millimetres. */
    public static double toPoints(double millimetres) {
        return millimetres * POINTS;
    }

    /** Millimetres for points. */
    public static double ofPoints(double points) {
        return points / POINTS;
    }
}
