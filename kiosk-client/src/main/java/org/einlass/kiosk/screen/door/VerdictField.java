package org.einlass.kiosk.screen.door;

import java.awt.Dimension;
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
    private static final float STEP = 0.92f;
    private static final int HALVINGS = 5;
    /** The headline's size as a share of the screen's height; capital letters have 0.73 of it. */
    private static final float LARGEST = 0.17f;

    private static final float SMALLEST = 0.112f;
    private static final float SENTENCE = 0.066f;
    private static final float SMALLEST_SENTENCE = 0.03f;

    private transient @Nullable DoorVerdict verdict;
    private transient @Nullable Setting setting;
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
        setting = null;
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

    private Setting set(DoorVerdict shown) {
        Setting known = setting;
        Setting set = known == null || !known.isOf(shown, language, getSize()) ? search(shown) : known;
        setting = set;
        return set;
    }

    /** The sentence is kept as large as it can be; the headline gives way first, but never below its least. */
    private Setting search(DoorVerdict shown) {
        float least = SMALLEST * screenHeight;
        float sentence = SENTENCE * screenHeight;
        Setting setting = set(shown, least, sentence);
        while (!setting.fits() && sentence > SMALLEST_SENTENCE * screenHeight) {
            sentence *= STEP;
            setting = set(shown, least, sentence);
        }
        float low = least;
        float high = LARGEST * screenHeight;
        for (int i = 0; i < HALVINGS && setting.fits(); i++) {
            float middle = i == 0 ? high : (low + high) / 2;
            Setting larger = set(shown, middle, sentence);
            setting = larger.fits() ? larger : setting;
            low = larger.fits() ? middle : low;
            high = larger.fits() ? high : middle;
        }
        return setting;
    }

    private Setting set(DoorVerdict shown, float headline, float sentence) {
        float width = Math.max(1, getWidth() - 3f * margin() - symbolSide());
        return new Setting(
                shown,
                language,
                getSize(),
                Lines.set(shown.headline().in(language), Theme.semibold(headline), width, 1.08f),
                Lines.set(shown.sentence().in(language), Theme.regular(sentence), width, 1.25f),
                headline,
                getHeight() * 0.92f);
    }

    /** Headline and sentence of a verdict, set for the field's size. */
    private record Setting(
            DoorVerdict verdict,
            Locale language,
            Dimension field,
            Lines headline,
            Lines sentence,
            float size,
            float room) {

        boolean isOf(DoorVerdict shown, Locale spoken, Dimension now) {
            return verdict.equals(shown) && language.equals(spoken) && field.equals(now);
        }

        float gap() {
            return sentence.lines().isEmpty() ? 0 : size * 0.2f;
        }

        float height() {
            return headline.height() + gap() + sentence.height();
        }

        boolean fits() {
            return headline.whole() && sentence.whole() && height() <= room;
        }
    }
}
