package org.einlass.reports.badge;

import org.einlass.reports.Millimetres;
import org.einlass.reports.page.PageFrame;

/** A rectangle of a layout, millimetres from the badge's top left corner. */
public record Place(double left, double top, double width, double height) {

    PageFrame points() {
        return new PageFrame(
                Millimetres.toPoints(left),
                Millimetres.toPoints(top),
                Millimetres.toPoints(width),
                Millimetres.toPoints(height));
    }
}
