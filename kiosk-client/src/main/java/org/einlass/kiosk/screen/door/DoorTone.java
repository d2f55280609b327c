package org.einlass.kiosk.screen.door;

import java.awt.Color;
import org.einlass.kiosk.screen.Theme;

/**
 * The colour of a door's verdict, told apart in shades of grey, too; its symbol, its words and its sound are
 * the other signs.
 */
public enum DoorTone {
    READY("ready"),
    WAITING("waiting"),
    ADMITTED("admitted"),
    PROVISIONAL("provisional"),
    REFUSED("refused"),
    /** Somebody has to ask: neither yes nor no. */
    QUESTION("provisional"),
    /** The device cannot work. */
    FAULT("fault");

    private final String key;

    DoorTone(String key) {
        this.key = "door." + key;
    }

    Color field() {
        return Theme.colour(key);
    }

    Color onField() {
        return Theme.colour(key + ".on");
    }
}
