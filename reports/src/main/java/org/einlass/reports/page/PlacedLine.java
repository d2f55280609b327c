package org.einlass.reports.page;

import org.einlass.reports.type.SetLine;

/**
 * A line at its place.
 *
 * @param x where the line starts, points from the left
 * @param baseline points from the top
 */
public record PlacedLine(SetLine line, double x, double baseline) {

    public PlacedLine moved(double dx, double dy) {
        return new PlacedLine(line, x + dx, baseline + dy);
    }

    /** The rectangle of the line's ink. */
    public Frame box() {
        return new Frame(
                x + line.inkLeft(), baseline - line.inkTop(), line.inkWidth(), line.inkTop() + line.inkBottom());
    }
}
