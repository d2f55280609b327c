package org.einlass.kiosk.screen;

import org.jspecify.annotations.Nullable;

/**
 * How a scene looks in one language.
 *
 * @param label what is written into the symbol; usually empty
 * @param note small, for the team; usually empty
 * @param arrow where an arrow points to; usually null
 */
record SceneText(
        Tone tone,
        Symbol symbol,
        String label,
        String headline,
        String sentence,
        String note,
        @Nullable Tray arrow) {

    static SceneText of(Tone tone, Symbol symbol, String headline, String sentence) {
        return new SceneText(tone, symbol, "", headline, sentence, "", null);
    }

    SceneText withSentence(String words) {
        return new SceneText(tone, symbol, label, headline, words, note, arrow);
    }

    SceneText withLabel(String words) {
        return new SceneText(tone, symbol, words, headline, sentence, note, arrow);
    }

    SceneText withNote(String words) {
        return new SceneText(tone, symbol, label, headline, sentence, words, arrow);
    }

    SceneText withArrow(Tray tray) {
        return new SceneText(tone, symbol, label, headline, sentence, note, tray);
    }
}
