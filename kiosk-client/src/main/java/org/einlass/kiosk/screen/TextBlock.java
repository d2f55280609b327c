package org.einlass.kiosk.screen;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.accessibility.AccessibleRole;
import org.jspecify.annotations.Nullable;

/** What a scene says: headline, sentence, note, as large as the space allows, never cut. */
final class TextBlock extends Drawing {
    private static final long serialVersionUID = 1L;
    private static final float SMALLEST = 0.3f;
    private static final float STEP = 0.04f;

    private transient List<String> words = List.of("", "", "");
    private float scale = 1;
    private float noteScale = 1;
    private transient @Nullable Setting setting;

    TextBlock() {
        super("text", AccessibleRole.LABEL);
    }

    void say(SceneText sceneText) {
        List<String> news = List.of(sceneText.headline(), sceneText.sentence(), sceneText.note());
        if (news.equals(words)) {
            return;
        }
        words = news;
        setSpoken(news.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" – ")));
        reset();
    }

    /** @param scale pixels of this screen for one of the measure in {@link Theme} */
    void setScale(float scale) {
        setScale(scale, scale);
    }

    /**
     * How large the words are.
     *
     * @param scale pixels of this screen for one of the measure in {@link Theme}
     * @param noteScale the same for the note, which is for the team and does not grow with a guest's wish
     */
    void setScale(float scale, float noteScale) {
        this.scale = scale;
        this.noteScale = noteScale;
        reset();
    }

    /** Whether all words stand whole within this block, and at what share of the wanted size. */
    float share() {
        return setting().share();
    }

    private void reset() {
        setting = null;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = Theme.smooth(graphics);
        Setting text = setting();
        float top = (getHeight() - text.height()) / 2;
        pen.setColor(Theme.colour("ink"));
        top = text.headline().draw(pen, 0, top) + text.gap(text.sentence());
        pen.setColor(Theme.colour("ink.soft"));
        top = text.sentence().draw(pen, 0, top) + text.gap(text.note());
        text.note().draw(pen, 0, top);
        pen.dispose();
    }

    private Setting setting() {
        Setting known = setting;
        if (known != null && known.size().equals(getSize())) {
            return known;
        }
        float share = 1;
        Setting next = Setting.of(words, getSize(), scale, noteScale, share);
        while (!next.fits() && share > SMALLEST) {
            share -= STEP;
            next = Setting.of(words, getSize(), scale, noteScale, share);
        }
        setting = next;
        return next;
    }

    /** The three parts set for a size. */
    private record Setting(Lines headline, Lines sentence, Lines note, Dimension size, float share, float space) {

        static Setting of(List<String> words, Dimension size, float scale, float noteScale, float share) {
            float unit = scale * share;
            float width = Math.max(1, size.width);
            return new Setting(
                    Lines.balanced(words.get(0), Theme.semibold(unit * Theme.size("headline")), width, 1.1f),
                    Lines.balanced(words.get(1), Theme.regular(unit * Theme.size("sentence")), width, 1.35f),
                    Lines.set(words.get(2), Theme.regular(noteScale * share * Theme.size("note")), width, 1.4f),
                    size,
                    share,
                    unit * Theme.size("gap"));
        }

        boolean fits() {
            return Stream.of(headline, sentence, note).allMatch(Lines::whole) && height() <= size.height;
        }

        float height() {
            return headline.height() + gap(sentence) + sentence.height() + gap(note) + note.height();
        }

        float gap(Lines before) {
            return before.lines().isEmpty() ? 0 : space;
        }
    }
}
