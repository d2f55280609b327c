package org.einlass.reports.badge;

/**
 * Where the category's band lies.
 *
 * @param area the coloured area
 * @param words where the category's words stand, inside the area
 * @param pattern the strip of the pattern, inside the area
 * @param size of the first word in points, at most
 */
public record BandSpot(Place area, Place words, Place pattern, double size) {}
