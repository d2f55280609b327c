package org.einlass.reports.page;

import org.einlass.reports.typography.LaidOutLine;

/**
 * A line at its place.
 *
 * @param x where the line starts, points from the left
 * @param baseline points from the top
 */
public record PlacedLine(LaidOutLine line, double x, double baseline) {

    public PlacedLine moved(double dx, double dy) {
        return new PlacedLine(line, x + dx, baseline + dy);
    }

    /** The rectangle of the line's ink. */
    public PageFrame box() {
        return new PageFrame(
                x + line.inkLeft(), baseline - line.inkTop(), line.inkWidth(), line.inkTop() + line.inkBottom());
    }
}
