package org.einlass.reports.jasper;

import org.einlass.reports.page.Mark;

/** Draws marks: a link as its text, and a figure as what it is drawn of. */
interface Painter {

    default void paint(Mark mark) {
        if (mark instanceof Mark.Paragraph paragraph) {
            paint(paragraph);
        } else if (mark instanceof Mark.Link link) {
            paint(link.text());
        } else if (mark instanceof Mark.Ornament ornament) {
            paint(ornament);
        } else if (mark instanceof Mark.Figure figure) {
            figure.drawn().forEach(this::paint);
        } else if (mark instanceof Mark.Photo photo) {
            paint(photo);
        }
    }

    void paint(Mark.Paragraph paragraph);

    void paint(Mark.Ornament ornament);

    void paint(Mark.Photo photo);
}
