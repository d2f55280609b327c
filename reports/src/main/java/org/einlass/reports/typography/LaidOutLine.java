package org.einlass.reports.typography;

import java.util.List;

/**
 * One line of text, shaped and measured.
 *
 * @param text what stands on the line, in reading order, without the blank after it and without a layout
 *     hyphen
 * @param joint how the line goes on in the next one
 * @param runs from left to right
 * @param width advance width in points
 * @param inkLeft where the leftmost ink stands, points right of the line's start; below 0 for a letter that
 *     reaches out
 * @param inkRight where the rightmost ink ends, points right of the line's start
 * @param inkTop how far ink reaches above the baseline, points
 * @param inkBottom how far ink reaches below the baseline, points
 */
public record LaidOutLine(
        String text,
        Joint joint,
        List<GlyphRun> runs,
        double width,
        double inkLeft,
        double inkRight,
        double inkTop,
        double inkBottom) {

    public LaidOutLine {
        runs = List.copyOf(runs);
    }

    /** The same glyphs at a size so many times as large. */
    LaidOutLine scaled(String shown, Joint next, double factor) {
        return new LaidOutLine(
                shown,
                next,
                runs.stream().map(run -> run.scaled(factor)).toList(),
                width * factor,
                inkLeft * factor,
                inkRight * factor,
                inkTop * factor,
                inkBottom * factor);
    }

    /** The same line before another one. */
    public LaidOutLine followedBy(Joint next) {
        return new LaidOutLine(text, next, runs, width, inkLeft, inkRight, inkTop, inkBottom);
    }

    /** From the first ink to the last, points. */
    public double inkWidth() {
        return inkRight - inkLeft;
    }

    /** What stands between a line and the next one of the same paragraph. */
    public enum Joint {
        /** Nothing follows. */
        END,
        /** A blank, not seen at the line's end. */
        BLANK,
        /** A break after an existing hyphen or slash: nothing. */
        NOTHING,
        /** A word divided by a layout hyphen, which is drawn but is no part of the text. */
        HYPHEN
    }
}
