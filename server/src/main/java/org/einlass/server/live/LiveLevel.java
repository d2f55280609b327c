package org.einlass.server.live;

/** How urgent something is; pages show it by a sign and a word, too. */
public enum LiveLevel {
    CALM,
    /** Somebody should look soon. */
    AMBER,
    /** Somebody should act now. */
    RED
}
