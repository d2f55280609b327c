package org.einlass.reports.jasper;

import org.einlass.reports.page.PageElement;

/** Draws marks: a link as its text, and a figure as what it is drawn of. */
interface Painter {

    default void paint(PageElement pageElement) {
        if (pageElement instanceof PageElement.Paragraph paragraph) {
            paint(paragraph);
        } else if (pageElement instanceof PageElement.Link link) {
            paint(link.text());
        } else if (pageElement instanceof PageElement.Ornament ornament) {
            paint(ornament);
        } else if (pageElement instanceof PageElement.Figure figure) {
            figure.drawn().forEach(this::paint);
        } else if (pageElement instanceof PageElement.Photo photo) {
            paint(photo);
        }
    }

    void paint(PageElement.Paragraph paragraph);

    void paint(PageElement.Ornament ornament);

    void paint(PageElement.Photo photo);
}
