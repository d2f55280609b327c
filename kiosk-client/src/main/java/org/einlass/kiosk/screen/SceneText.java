package org.einlass.kiosk.screen;

/**
 * How a scene looks in one language.
 *
 * @param label what is written into the symbol; usually empty
 * @param note small, for the team; usually empty
 */
record SceneText(Tone tone, Symbol symbol, String label, String headline, String sentence, String note) {

    static SceneText of(Tone tone, Symbol symbol, String headline, String sentence) {
        return new SceneText(tone, symbol, "", headline, sentence, "");
    }

    SceneText withSentence(String words) {
        return new SceneText(tone, symbol, label, headline, words, note);
    }

    SceneText withLabel(String words) {
        return new SceneText(tone, symbol, words, headline, sentence, note);
    }

    SceneText withNote(String words) {
        return new SceneText(tone, symbol, label, headline, sentence, words);
    }
}
