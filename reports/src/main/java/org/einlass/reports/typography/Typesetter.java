package org.einlass.reports.typography;

import java.awt.font.FontRenderContext;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shapes clean text into measured lines: picks faces, kerns, joins Arabic letters, orders mixed directions.
 * Shapes each text once at one size, since unhinted type grows evenly, and remembers what it shaped last. For
 * any thread.
 */
public final class Typesetter {

    /** Fractional metrics without a device's grid: the same widths on paper and on screen. */
    public static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private static final int REMEMBERED = 2000;

    private final FontSet cases;
    private final Map<Key, LaidOutLine> shaped = new Memory();

    public Typesetter(FontSet cases) {
        this.cases = cases;
    }

    /** With {@link FontSet#standard()}. */
    public static Typesetter standard() {
        return new Typesetter(FontSet.standard());
    }

    /** The characters of a text that no face draws, each once, in order; a badge shows none of them. */
    public String missing(Weight weight, String text) {
        if (draws(weight, text)) {
            return "";
        }
        StringBuilder missing = new StringBuilder();
        text.codePoints()
                .filter(point -> !cases.covers(weight, point))
                .distinct()
                .forEach(missing::appendCodePoint);
        return missing.toString();
    }

    /** The text without the characters that no face draws. */
    public String drawable(Weight weight, String text) {
        if (draws(weight, text)) {
            return CleanText.of(text);
        }
        StringBuilder drawn = new StringBuilder();
        text.codePoints().filter(point -> cases.covers(weight, point)).forEach(drawn::appendCodePoint);
        return CleanText.of(drawn.toString());
    }

    /** Whether some face draws each character; most texts are such. */
    private boolean draws(Weight weight, String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (!cases.covers(weight, text.codePointAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** Advance width in points. */
    public double width(String text, Weight weight, double size) {
        return unit(text, weight).width() * size / Shaper.UNIT;
    }

    /** One line, a layout hyphen included where the joint asks for it. */
    public LaidOutLine line(String text, LaidOutLine.Joint joint, Weight weight, double size) {
        String drawn = joint == LaidOutLine.Joint.HYPHEN ? text + "-" : text;
        return unit(drawn, weight).scaled(text, joint, size / Shaper.UNIT);
    }

    private LaidOutLine unit(String text, Weight weight) {
        Key key = new Key(text, weight);
        synchronized (shaped) {
            LaidOutLine known = shaped.get(key);
            if (known != null) {
                return known;
            }
        }
        LaidOutLine line = shape(text, weight);
        synchronized (shaped) {
            shaped.put(key, line);
        }
        return line;
    }

    private LaidOutLine shape(String text, Weight weight) {
        Shaper shaper = new Shaper(cases, weight);
        for (Span span : visualOrder(spans(text, weight))) {
            shaper.add(text.substring(span.start, span.end), span.face, span.level % 2 == 1);
        }
        return shaper.line(text);
    }

    private List<Span> spans(String text, Weight weight) {
        List<Span> spans = new ArrayList<>();
        boolean mixed = Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        Bidi bidi = new Bidi(mixed ? text : "", Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int start = 0;
        while (start < text.length()) {
            FontFace face = cases.faceFor(weight, text.codePointAt(start));
            int level = mixed ? bidi.getLevelAt(start) : 0;
            int end = start;
            while (end < text.length()
                    && (!mixed || bidi.getLevelAt(end) == level)
                    && face.equals(faceAt(text, end, weight, face))) {
                end += Character.charCount(text.codePointAt(end));
            }
            spans.add(new Span(face, start, end, level));
            start = end;
        }
        return spans;
    }

    private FontFace faceAt(String text, int index, Weight weight, FontFace current) {
        int point = text.codePointAt(index);
        boolean goesAlong = point == ' ' || Character.getType(point) == Character.NON_SPACING_MARK;
        return goesAlong && current.covers(point) ? current : cases.faceFor(weight, point);
    }

    private static List<Span> visualOrder(List<Span> spans) {
        if (spans.size() < 2) {
            return spans;
        }
        byte[] levels = new byte[spans.size()];
        Span[] ordered = spans.toArray(Span[]::new);
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) spans.get(i).level;
        }
        Bidi.reorderVisually(levels, 0, ordered, 0, ordered.length);
        return List.of(ordered);
    }

    private record Span(FontFace face, int start, int end, int level) {}

    private record Key(String text, Weight weight) {}

    /** What was used last stays: event titles, categories and common words come again with every badge. */
    private static final class Memory extends LinkedHashMap<Key, LaidOutLine> {

        private static final long serialVersionUID = 1;

        Memory() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, LaidOutLine> eldest) {
            return size() > REMEMBERED;
        }
    }
}
