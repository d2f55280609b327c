package org.einlass.kiosk.screen;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/**
 * A text set in lines, broken only between words.
 *
 * @param whole whether every word fits into the width
 * @param pitch from line to line, in pixels
 */
public record Lines(List<TextLayout> lines, boolean whole, float pitch) {
    private static final FontRenderContext FINE = new FontRenderContext(null, true, true);
    private static final int HALVINGS = 7;

    public Lines {
        lines = List.copyOf(lines);
    }

    /** Broken between words only, and never within a time or a range. */
    public static Lines set(String text, Font font, float width, float pitch) {
        return set(text, font, width, pitch, true);
    }

    /** Broken within words, too, where a word is longer than a line. */
    public static Lines anywhere(String text, Font font, float width, float pitch) {
        return set(text, font, width, pitch, false);
    }

    private static Lines set(String text, Font font, float width, float pitch, boolean betweenWords) {
        List<TextLayout> lines = new ArrayList<>();
        if (text.isEmpty()) {
            return new Lines(lines, true, 0);
        }
        String tied = LineBreaks.tied(text);
        AttributedString words = new AttributedString(tied);
        words.addAttribute(TextAttribute.FONT, font);
        LineBreakMeasurer measurer = new LineBreakMeasurer(words.getIterator(), new LineBreaks(), FINE);
        while (measurer.getPosition() < tied.length()) {
            TextLayout line = measurer.nextLayout(width, tied.length(), betweenWords);
            if (line == null) {
                return new Lines(lines, false, pitch * font.getSize2D());
            }
            lines.add(line);
        }
        return new Lines(lines, true, pitch * font.getSize2D());
    }

    /** As many lines as needed, but of about the same length, so that no word stands alone. */
    public static Lines balanced(String text, Font font, float width, float pitch) {
        Lines widest = set(text, font, width, pitch);
        float low = width / 2;
        float high = width;
        Lines best = widest;
        for (int i = 0; i < HALVINGS; i++) {
            float middle = (low + high) / 2;
            Lines narrower = set(text, font, middle, pitch);
            boolean asGood = narrower.whole && narrower.lines.size() == widest.lines.size();
            best = asGood ? narrower : best;
            high = asGood ? middle : high;
            low = asGood ? low : middle;
        }
        return best;
    }

    public float height() {
        return lines.size() * pitch;
    }

    /** Draws below {@code top}; returns where the text ends. */
    public float draw(Graphics2D graphics, float left, float top) {
        float y = top;
        for (TextLayout line : lines) {
            float slack = pitch - line.getAscent() - line.getDescent();
            line.draw(graphics, left, y + slack / 2 + line.getAscent());
            y += pitch;
        }
        return y;
    }
}
