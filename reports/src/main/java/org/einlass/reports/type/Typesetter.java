package org.einlass.reports.type;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * Shapes clean text into measured lines: picks faces, kerns, joins Arabic letters, orders mixed directions. Immutable, for any
 * thread.
 */
public final class Typesetter {

    /** Fractional metrics without a device's grid: the same widths on paper and on screen. */
    public static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private final TypeCase cases;

    public Typesetter(TypeCase cases) {
        this.cases = cases;
    }

    /** With {@link TypeCase#standard()}. */
    public static Typesetter standard() {
        return new Typesetter(TypeCase.standard());
    }

    /** The characters of a text that no face draws, each once, in order; a badge shows none of them. */
    public String missing(Weight weight, String text) {
        StringBuilder missing = new StringBuilder();
        text.codePoints()
                .filter(point -> !cases.covers(weight, point))
                .distinct()
                .forEach(missing::appendCodePoint);
        return missing.toString();
    }

    /** The text without the characters that no face draws. */
    public String drawable(Weight weight, String text) {
        StringBuilder drawn = new StringBuilder();
        text.codePoints().filter(point -> cases.covers(weight, point)).forEach(drawn::appendCodePoint);
        return CleanText.of(drawn.toString());
    }

    /** Advance width in points. */
    public double width(String text, Weight weight, double size) {
        return line(text, SetLine.Joint.END, weight, size).width();
    }

    /** One line, a layout hyphen included where the joint asks for it. */
    public SetLine line(String text, SetLine.Joint joint, Weight weight, double size) {
        String drawn = joint == SetLine.Joint.HYPHEN ? text + "-" : text;
        List<GlyphRun> runs = new ArrayList<>();
        Extent extent = new Extent();
        for (Span span : visualOrder(spans(drawn, weight))) {
            runs.add(shape(drawn, span, weight, size, extent));
        }
        return extent.line(text, joint, runs);
    }

    /** In the span's own face, unless shaping there makes glyphs without a character, which no reader could read back. */
    private GlyphRun shape(String text, Span span, Weight weight, double size, Extent extent) {
        String part = text.substring(span.start, span.end);
        for (Face face : cases.facesFor(weight, span.face, part)) {
            GlyphVector shaped = layOut(face.at(size), part, span);
            if (face.namesAll(shaped.getGlyphCodes(0, shaped.getNumGlyphs(), null))) {
                return run(face, part, span, size, shaped, extent);
            }
        }
        GlyphVector unshaped = span.face.at(size).createGlyphVector(METRICS, part);
        return run(span.face, part, span, size, unshaped, extent);
    }

    private static GlyphVector layOut(Font font, String part, Span span) {
        int direction = span.rightToLeft() ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
        return font.layoutGlyphVector(METRICS, part.toCharArray(), 0, part.length(), direction);
    }

    private static GlyphRun run(Face face, String part, Span span, double size, GlyphVector shaped, Extent extent) {
        int count = shaped.getNumGlyphs();
        float[] positions = shaped.getGlyphPositions(0, count + 1, null);
        List<Integer> glyphs = new ArrayList<>(count);
        List<Double> starts = new ArrayList<>(count + 1);
        for (int i = 0; i < count; i++) {
            glyphs.add(shaped.getGlyphCode(i));
            starts.add((double) positions[2 * i]);
        }
        starts.add((double) positions[2 * count]);
        boolean plain = isPlain(face.at(size), part, span, glyphs);
        GlyphRun run = new GlyphRun(face, size, part, extent.width, plain, glyphs, starts);
        extent.add(run.width(), shaped.getVisualBounds());
        return run;
    }

    private static boolean isPlain(Font font, String part, Span span, List<Integer> glyphs) {
        if (span.rightToLeft() || glyphs.size() != part.length()) {
            return false;
        }
        GlyphVector unshaped = font.createGlyphVector(METRICS, part);
        for (int i = 0; i < glyphs.size(); i++) {
            if (unshaped.getGlyphCode(i) != glyphs.get(i)) {
                return false;
            }
        }
        return true;
    }

    private List<Span> spans(String text, Weight weight) {
        List<Span> spans = new ArrayList<>();
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int start = 0;
        while (start < text.length()) {
            Face face = cases.faceFor(weight, text.codePointAt(start));
            int level = bidi.getLevelAt(start);
            int end = start;
            while (end < text.length()
                    && bidi.getLevelAt(end) == level
                    && face.equals(faceAt(text, end, weight, face))) {
                end += Character.charCount(text.codePointAt(end));
            }
            spans.add(new Span(face, start, end, level));
            start = end;
        }
        return spans;
    }

    private Face faceAt(String text, int index, Weight weight, Face current) {
        int point = text.codePointAt(index);
        boolean goesAlong = point == ' ' || Character.getType(point) == Character.NON_SPACING_MARK;
        return goesAlong && current.covers(point) ? current : cases.faceFor(weight, point);
    }

    private static List<Span> visualOrder(List<Span> spans) {
        byte[] levels = new byte[spans.size()];
        Object[] ordered = spans.toArray();
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) spans.get(i).level;
        }
        Bidi.reorderVisually(levels, 0, ordered, 0, ordered.length);
        List<Span> visual = new ArrayList<>(ordered.length);
        for (Object span : ordered) {
            visual.add((Span) span);
        }
        return visual;
    }

    private record Span(Face face, int start, int end, int level) {
        boolean rightToLeft() {
            return level % 2 == 1;
        }
    }

    private static final class Extent {
        private double width;
        private double inkLeft = Double.POSITIVE_INFINITY;
        private double inkRight;
        private double inkTop;
        private double inkBottom;

        void add(double advance, Rectangle2D ink) {
            if (!ink.isEmpty()) {
                inkLeft = Math.min(inkLeft, width + ink.getMinX());
                inkRight = Math.max(inkRight, width + ink.getMaxX());
                inkTop = Math.max(inkTop, -ink.getMinY());
                inkBottom = Math.max(inkBottom, ink.getMaxY());
            }
            width += advance;
        }

        SetLine line(String text, SetLine.Joint joint, List<GlyphRun> runs) {
            double left = Double.isInfinite(inkLeft) ? 0 : inkLeft;
            return new SetLine(text, joint, runs, width, left, Math.max(left, inkRight), inkTop, inkBottom);
        }
    }
}
