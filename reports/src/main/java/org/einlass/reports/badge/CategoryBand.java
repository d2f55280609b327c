package org.einlass.reports.badge;

import org.einlass.reports.page.Ink;

/**
 * How a category shows on a badge: by word and pattern, and by colour only besides.
 *
 * @param german "Referentin", "Ausstellung"
 * @param english "Speaker", "Exhibitor"
 * @param colour of the band; words and pattern are set in black or white, whichever stays legible in one bit
 */
public record CategoryBand(String german, String english, Ink colour, BandPattern pattern) {}
