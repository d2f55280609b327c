package org.einlass.reports.badge;

import org.einlass.reports.Millimetres;
import org.einlass.reports.page.Frame;

/** A rectangle of a layout, millimetres from the badge's top left corner. */
public record Place(double left, double top, double width, double height) {

    Frame points() {
        return new Frame(
                Millimetres.toPoints(left),
                Millimetres.toPoints(top),
                Millimetres.toPoints(width),
                Millimetres.toPoints(height));
    }
}
