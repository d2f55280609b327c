package org.einlass.kiosk.camera;

/** A text and where it stands, before it is known how long that took. */
record FoundText(String text, Quad corners) {}
