package org.einlass.kiosk.screen;

import java.awt.Color;

/** The colour of a scene's picture field; never its only sign, the symbol stands beside it. */
enum Tone {
    QUIET("quiet"),
    WELCOME("welcome"),
    COUNTER("counter"),
    PROVISIONAL("provisional"),
    PAUSE("pause");

    private final String key;

    Tone(String key) {
        this.key = key;
    }

    Color field() {
        return Theme.colour(key);
    }

    Color onField() {
        return Theme.colour(key + ".on");
    }
}
