package org.einlass.kiosk.camera;

/** A text and where it stands, before it is known how long that took. */
record Sighting(String text, Quad corners) {}
