package org.einlass.reports.typography;

import java.awt.Font;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Shapes the runs of one line, from left to right, at the unit size. One line, one thread. */
final class Shaper {

    /** Points. */
    static final double UNIT = 100;

    private final FontSet cases;
    private final Weight weight;
    private final List<GlyphRun> runs = new ArrayList<>();
    private double width;
    private double inkLeft = Double.POSITIVE_INFINITY;
    private double inkRight;
    private double inkTop;
    private double inkBottom;

    Shaper(FontSet cases, Weight weight) {
        this.cases = cases;
        this.weight = weight;
    }

    /**
     * In its own face, unless shaping there makes glyphs without a character, which no reader could read
     * back.
     */
    void add(String part, FontFace preferred, boolean rightToLeft) {
        for (FontFace fontFace : cases.facesFor(weight, preferred, part)) {
            GlyphVector shaped = layOut(fontFace.at(UNIT), part, rightToLeft);
            if (fontFace.namesAll(shaped.getGlyphCodes(0, shaped.getNumGlyphs(), null))) {
                add(part, fontFace, rightToLeft, shaped);
                return;
            }
        }
        add(part, preferred, rightToLeft, preferred.at(UNIT).createGlyphVector(Typesetter.METRICS, part));
    }

    private static GlyphVector layOut(Font font, String part, boolean rightToLeft) {
        int direction = rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
        return font.layoutGlyphVector(Typesetter.METRICS, part.toCharArray(), 0, part.length(), direction);
    }

    private void add(String part, FontFace fontFace, boolean rightToLeft, GlyphVector shaped) {
        int count = shaped.getNumGlyphs();
        float[] positions = shaped.getGlyphPositions(0, count + 1, null);
        List<Integer> glyphs = new ArrayList<>(count);
        List<Double> starts = new ArrayList<>(count + 1);
        for (int i = 0; i < count; i++) {
            glyphs.add(shaped.getGlyphCode(i));
            starts.add((double) positions[2 * i]);
        }
        starts.add((double) positions[2 * count]);
        boolean plain = !rightToLeft && isPlain(fontFace, part, glyphs);
        runs.add(new GlyphRun(fontFace, UNIT, part, width, plain, glyphs, starts));
        grow(shaped.getVisualBounds());
        width += positions[2 * count];
    }

    private static boolean isPlain(FontFace fontFace, String part, List<Integer> glyphs) {
        if (glyphs.size() != part.length()) {
            return false;
        }
        for (int i = 0; i < glyphs.size(); i++) {
            if (fontFace.glyph(part.charAt(i)) != glyphs.get(i)) {
                return false;
            }
        }
        return true;
    }

    private void grow(Rectangle2D ink) {
        if (ink.isEmpty()) {
            return;
        }
        inkLeft = Math.min(inkLeft, width + ink.getMinX());
        inkRight = Math.max(inkRight, width + ink.getMaxX());
        inkTop = Math.max(inkTop, -ink.getMinY());
        inkBottom = Math.max(inkBottom, ink.getMaxY());
    }

    LaidOutLine line(String text) {
        double left = Double.isInfinite(inkLeft) ? 0 : inkLeft;
        return new LaidOutLine(
                text, LaidOutLine.Joint.END, runs, width, left, Math.max(left, inkRight), inkTop, inkBottom);
    }
}
