package org.einlass.kiosk.camera;

/**
 * Three finder patterns that may be the corners of one symbol.
 *
 * @param strain how far from what a symbol looks like, 0 not at all
 */
record FinderTriple(FinderPattern corner, FinderPattern right, FinderPattern down, double strain) {}
