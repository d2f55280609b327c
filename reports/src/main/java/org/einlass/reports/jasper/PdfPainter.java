package org.einlass.reports.jasper;

import com.lowagie.text.Image;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.page.Picture;

/** Draws marks on the current page of a PDF. */
final class PdfPainter implements Painter {

    /** A picture lies in a file once, however often it is drawn. */
    private static final Map<PdfWriter, Map<Picture, Image>> IMAGES = Collections.synchronizedMap(new WeakHashMap<>());

    private final PdfContentByte content;
    private final double left;
    private final double top;

    private PdfPainter(PdfContentByte content, double left, double top) {
        this.content = content;
        this.left = left;
        this.top = top;
    }

    /** With the origin so many points right of and below the page's top left corner. */
    static PdfPainter on(PdfWriter writer, double x, double y) {
        return new PdfPainter(writer.getDirectContent(), x, writer.getPageSize().getHeight() - y);
    }

    @Override
    public void paint(PageElement.Paragraph paragraph) {
        fillWith(paragraph.ink());
        content.beginText();
        new PdfLinePainter(content, paragraph).paint(left, top);
        content.endText();
    }

    @Override
    public void paint(PageElement.Ornament ornament) {
        fillWith(ornament.ink());
        trace(ornament.shape());
        content.fill();
    }

    @Override
    public void paint(PageElement.Photo photo) {
        PageFrame pageFrame = Photos.fitted(photo);
        try {
            Image image = image(photo.picture());
            content.addImage(
                    image,
                    (float) pageFrame.width(),
                    0,
                    0,
                    (float) pageFrame.height(),
                    (float) (left + pageFrame.x()),
                    (float) (top - pageFrame.bottom()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Image image(Picture picture) throws IOException {
        Map<Picture, Image> own = IMAGES.computeIfAbsent(content.getPdfWriter(), writer -> new IdentityHashMap<>());
        Image known = own.get(picture);
        if (known == null) {
            known = Image.getInstance(picture.image(), null);
            own.put(picture, known);
        }
        return known;
    }

    private void fillWith(Ink ink) {
        content.setRGBColorFill(ink.red(), ink.green(), ink.blue());
    }

    private void trace(Shape shape) {
        if (shape instanceof Rectangle2D area) {
            content.rectangle(x((float) area.getX()), y((float) area.getMaxY()), (float) area.getWidth(), (float)
                    area.getHeight());
            return;
        }
        Corners corners = new Corners();
        float[] at = new float[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            int segment = path.currentSegment(at);
            if (!corners.take(segment, x(at[0]), y(at[1]))) {
                draw(segment, at);
            }
        }
        corners.write();
    }

    private void draw(int segment, float[] at) {
        switch (segment) {
            case PathIterator.SEG_MOVETO -> content.moveTo(x(at[0]), y(at[1]));
            case PathIterator.SEG_LINETO -> content.lineTo(x(at[0]), y(at[1]));
            case PathIterator.SEG_QUADTO -> content.curveTo(x(at[0]), y(at[1]), x(at[2]), y(at[3]));
            case PathIterator.SEG_CUBICTO ->
                content.curveTo(x(at[0]), y(at[1]), x(at[2]), y(at[3]), x(at[4]), y(at[5]));
            default -> content.closePath();
        }
    }

    /** Corners of what may become a rectangle, which is written in one word; a code is made of a hundred and more. */
    private final class Corners {
        private final float[] across = new float[4];
        private final float[] up = new float[4];
        private int known;

        /** Whether the segment needs no drawing of its own; else all corners before it are written. */
        boolean take(int segment, float x, float y) {
            if (segment == PathIterator.SEG_CLOSE && isRectangle()) {
                content.rectangle(across[0], up[3], across[1] - across[0], up[0] - up[3]);
                known = 0;
                return true;
            }
            if (segment == PathIterator.SEG_MOVETO) {
                write();
            }
            boolean corner = segment == PathIterator.SEG_MOVETO
                    || (segment == PathIterator.SEG_LINETO && known > 0 && known < across.length);
            if (!corner) {
                write();
                return false;
            }
            across[known] = x;
            up[known] = y;
            known++;
            return true;
        }

        private boolean isRectangle() {
            return known == across.length
                    && across[0] == across[3]
                    && across[1] == across[2]
                    && up[0] == up[1]
                    && up[2] == up[3];
        }

        void write() {
            for (int i = 0; i < known; i++) {
                if (i == 0) {
                    content.moveTo(across[i], up[i]);
                } else {
                    content.lineTo(across[i], up[i]);
                }
            }
            known = 0;
        }
    }

    private float x(float across) {
        return (float) (left + across);
    }

    private float y(float down) {
        return (float) (top - down);
    }
}
