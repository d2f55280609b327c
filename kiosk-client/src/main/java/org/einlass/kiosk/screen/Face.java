package org.einlass.kiosk.screen;

/**
 * How a scene looks in one language.
 *
 * @param label what is written into the symbol; usually empty
 * @param note small, for the team; usually empty
 */
record Face(Tone tone, Symbol symbol, String label, String headline, String sentence, String note) {

    static Face of(Tone tone, Symbol symbol, String headline, String sentence) {
        return new Face(tone, symbol, "", headline, sentence, "");
    }

    Face withLabel(String words) {
        return new Face(tone, symbol, words, headline, sentence, note);
    }

    Face withNote(String words) {
        return new Face(tone, symbol, label, headline, sentence, words);
    }
}
