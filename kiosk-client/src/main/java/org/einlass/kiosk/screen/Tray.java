package org.einlass.kiosk.screen;

/** Where badges come out, as a guest before the screen sees it. */
public enum Tray {
    BELOW,
    LEFT,
    RIGHT
}
