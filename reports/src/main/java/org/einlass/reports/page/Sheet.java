package org.einlass.reports.page;

import java.util.List;

/** One page. Width and height in points. */
public record Sheet(double width, double height, List<PageElement> marks) {

    public Sheet {
        marks = List.copyOf(marks);
    }
}
