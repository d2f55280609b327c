package org.einlass.reports.typography;

import java.util.List;

/**
 * Neighbouring glyphs of one face on one line.
 *
 * @param text the characters, in reading order
 * @param x where the run starts, points right of the line's start
 * @param plain whether glyph by glyph is character by character, left to right; else the shaping joined,
 *     moved or mirrored them
 * @param glyphs glyph numbers in the face, from left to right
 * @param advances where each glyph starts, points right of the run's start; one more than glyphs, the last is
 *     the run's width
 */
public record GlyphRun(
        FontFace face, double size, String text, double x, boolean plain, List<Integer> glyphs, List<Double> advances) {

    public GlyphRun {
        glyphs = List.copyOf(glyphs);
        advances = List.copyOf(advances);
    }

    GlyphRun scaled(double factor) {
        return new GlyphRun(
                face,
                size * factor,
                text,
                x * factor,
                plain,
                glyphs,
                advances.stream().map(advance -> advance * factor).toList());
    }

    /** Points. */
    public double width() {
        return advances.get(advances.size() - 1);
    }
}
