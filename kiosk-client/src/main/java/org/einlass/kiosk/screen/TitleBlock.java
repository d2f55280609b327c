package org.einlass.kiosk.screen;

import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.accessibility.AccessibleRole;
import org.jspecify.annotations.Nullable;

/**
 * The event's title above every scene: on up to two lines, then smaller on up to four. Whatever an organiser
 * writes, it takes no more than its share of the screen; what is too long even so ends in an ellipsis.
 */
final class TitleBlock extends Drawing {
    private static final long serialVersionUID = 1L;
    private static final float PITCH = 1.25f;
    private static final float SMALLEST = 0.6f;
    private static final float STEP = 0.05f;
    private static final int LINES = 2;
    private static final int SMALL_LINES = 4;

    private String text = "";
    private float scale = 1;
    private transient @Nullable Lines lines;
    private int setFor;

    TitleBlock() {
        super("event", AccessibleRole.LABEL);
    }

    void setText(String title) {
        if (!title.equals(text)) {
            text = title;
            lines = null;
            setSpoken(title);
            repaint();
        }
    }

    String getText() {
        return text;
    }

    /** @param scale pixels of this screen for one of the measure in {@link Theme} */
    void setScale(float scale) {
        this.scale = scale;
        lines = null;
    }

    /** How high the title stands at this width. */
    int heightAt(int width) {
        return (int) Math.ceil(lines(Math.max(1, width)).height());
    }

    private Lines lines(int width) {
        Lines known = lines;
        if (known != null && setFor == width) {
            return known;
        }
        Lines next = fitting(width);
        lines = next;
        setFor = width;
        return next;
    }

    private Lines fitting(int width) {
        for (float share = 1; share > SMALLEST; share -= STEP) {
            Lines set = set(text, share, width);
            if (set.whole() && set.lines().size() <= LINES) {
                return set;
            }
        }
        Lines small = set(text, SMALLEST, width);
        return isSmallEnough(small) ? small : beginning(width);
    }

    /** As much of the title as there is room for. */
    private Lines beginning(int width) {
        int fits = 0;
        int tooLong = text.codePointCount(0, text.length());
        Lines best = set("…", SMALLEST, width);
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            String some = text.substring(0, text.offsetByCodePoints(0, middle)).strip() + "…";
            Lines tried = set(some, SMALLEST, width);
            best = isSmallEnough(tried) ? tried : best;
            fits = isSmallEnough(tried) ? middle : fits;
            tooLong = isSmallEnough(tried) ? tooLong : middle;
        }
        return best;
    }

    private static boolean isSmallEnough(Lines lines) {
        return lines.whole() && lines.lines().size() <= SMALL_LINES;
    }

    private Lines set(String words, float share, int width) {
        float pixels = scale * share * Theme.size("title");
        Lines betweenWords = Lines.set(words, Theme.semibold(pixels), width, PITCH);
        return betweenWords.whole() ? betweenWords : Lines.anywhere(words, Theme.semibold(pixels), width, PITCH);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = Theme.smooth(graphics);
        pen.setColor(Theme.colour("ink.soft"));
        lines(getWidth()).draw(pen, 0, 0);
        pen.dispose();
    }
}
