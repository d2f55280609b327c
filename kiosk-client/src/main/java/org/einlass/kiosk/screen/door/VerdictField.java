package org.einlass.kiosk.screen.door;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.Locale;
import javax.accessibility.AccessibleRole;
import org.einlass.kiosk.screen.Drawing;
import org.einlass.kiosk.screen.Lines;
import org.einlass.kiosk.screen.Theme;
import org.jspecify.annotations.Nullable;

/** The verdict: colour, symbol, headline and sentence, as large as the field allows, never cut. */
final class VerdictField extends Drawing {
    private static final long serialVersionUID = 1L;
    private static final float STEP = 0.96f;
    /** The headline's size as a share of the screen's height; capital letters have 0.73 of it. */
    private static final float LARGEST = 0.17f;

    private static final float SMALLEST = 0.112f;
    private static final float SENTENCE = 0.066f;
    private static final float SMALLEST_SENTENCE = 0.03f;

    private transient @Nullable DoorVerdict verdict;
    private Locale language = Locale.GERMAN;
    private float screenHeight = 1;

    VerdictField() {
        super("verdict", AccessibleRole.LABEL);
        setOpaque(true);
    }

    void show(DoorVerdict shown, Locale spoken) {
        verdict = shown;
        language = spoken;
        String sentence = shown.sentence().in(spoken);
        setSpoken(shown.headline().in(spoken) + (sentence.isEmpty() ? "" : " – " + sentence));
        repaint();
    }

    /** @param height of the whole screen, in pixels */
    void setScreenHeight(float height) {
        screenHeight = height;
    }

    /** The size of the headline as a share of the screen's height; 0 where the words do not fit. */
    float headlineShare() {
        DoorVerdict shown = verdict;
        if (shown == null) {
            return 0;
        }
        Setting setting = set(shown);
        return setting.fits() ? setting.size() / screenHeight : 0;
    }

    private int margin() {
        return Math.round(Math.min(getHeight() * 0.09f, getWidth() * 0.03f));
    }

    private int symbolSide() {
        return Math.round(Math.min(getHeight() * 0.74f, getWidth() * 0.24f));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        DoorVerdict shown = verdict;
        if (shown == null) {
            return;
        }
        Graphics2D pen = Theme.smooth(graphics);
        pen.setColor(shown.tone().field());
        pen.fillRect(0, 0, getWidth(), getHeight());
        pen.setColor(shown.tone().onField());
        int side = symbolSide();
        Graphics2D symbol = (Graphics2D) pen.create();
        symbol.translate(margin(), (getHeight() - side) / 2);
        symbol.scale(side / 100.0, side / 100.0);
        symbol.fill(shown.symbol().shape());
        symbol.dispose();
        Setting setting = set(shown);
        float left = 2f * margin() + side;
        float top = setting.headline().draw(pen, left, (getHeight() - setting.height()) / 2);
        setting.sentence().draw(pen, left, top + setting.gap());
        pen.dispose();
    }

    /** The sentence is kept as large as it can be; the headline gives way first, but never below its least. */
    private Setting set(DoorVerdict shown) {
        float width = Math.max(1, getWidth() - 3f * margin() - symbolSide());
        float room = getHeight() * 0.92f;
        float least = SMALLEST * screenHeight;
        for (float share = SENTENCE; share > SMALLEST_SENTENCE; share *= STEP * STEP) {
            for (float size = LARGEST * screenHeight; size > least; size *= STEP) {
                Setting setting = Setting.of(shown, language, Math.max(least, size), share * screenHeight, width, room);
                if (setting.fits()) {
                    return setting;
                }
            }
        }
        return Setting.of(shown, language, least, SMALLEST_SENTENCE * screenHeight, width, room);
    }

    /** Headline and sentence set for a width. */
    private record Setting(Lines headline, Lines sentence, float size, float gap, float room) {

        static Setting of(DoorVerdict shown, Locale language, float size, float sentence, float width, float room) {
            return new Setting(
                    Lines.set(shown.headline().in(language), Theme.semibold(size), width, 1.08f),
                    Lines.set(shown.sentence().in(language), Theme.regular(sentence), width, 1.25f),
                    size,
                    size * 0.2f,
                    room);
        }

        float height() {
            return headline.height() + (sentence.lines().isEmpty() ? 0 : gap + sentence.height());
        }

        boolean fits() {
            return headline.whole() && sentence.whole() && height() <= room;
        }
    }
}
