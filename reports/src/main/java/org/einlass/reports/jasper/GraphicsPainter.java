package org.einlass.reports.jasper;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.page.PlacedLine;
import org.einlass.reports.typography.GlyphRun;
import org.einlass.reports.typography.Typesetter;

/** Draws marks on a screen, a raster or a print job, glyph for glyph where the PDF has them. */
final class GraphicsPainter implements Painter {

    private final Graphics2D pen;

    GraphicsPainter(Graphics2D pen) {
        this.pen = pen;
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    public void paint(PageElement.Paragraph paragraph) {
        pen.setColor(paragraph.ink().awt());
        paragraph.lines().forEach(this::paint);
    }

    @Override
    public void paint(PageElement.Ornament ornament) {
        pen.setColor(ornament.ink().awt());
        pen.fill(ornament.shape());
    }

    private void paint(PlacedLine placed) {
        for (GlyphRun run : placed.line().runs()) {
            pen.drawGlyphVector(glyphs(run), (float) (placed.x() + run.x()), (float) placed.baseline());
        }
    }

    private static GlyphVector glyphs(GlyphRun run) {
        int[] codes = run.glyphs().stream().mapToInt(Integer::intValue).toArray();
        GlyphVector glyphs = run.face().at(run.size()).createGlyphVector(Typesetter.METRICS, codes);
        for (int i = 0; i <= codes.length; i++) {
            glyphs.setGlyphPosition(i, new Point2D.Double(run.advances().get(i), 0));
        }
        return glyphs;
    }

    @Override
    public void paint(PageElement.Photo photo) {
        PageFrame pageFrame = Photos.fitted(photo);
        BufferedImage image = photo.picture().image();
        AffineTransform onto = AffineTransform.getTranslateInstance(pageFrame.x(), pageFrame.y());
        onto.scale(pageFrame.width() / image.getWidth(), pageFrame.height() / image.getHeight());
        pen.drawImage(image, onto, null);
    }
}
