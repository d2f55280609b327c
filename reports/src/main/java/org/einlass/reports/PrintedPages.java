package org.einlass.reports;

import java.awt.image.BufferedImage;
import java.awt.print.Pageable;

/**
 * Finished pages, ready for a file, a screen, a raster printer or an operating system's print queue.
 *
 * <p>Immutable and safe for use by several threads.
 */
public interface PrintedPages {

    /** The number of pages, at least 1. */
    int count();

    /** The pages as one PDF file, tagged, by PDF/A-2a and PDF/UA-1. */
    byte[] pdf();

    /**
     * One page as pixels.
     *
     * @param page 0 for the first
     * @param dpi dots per inch, 36 to 1200
     * @param inks {@link Inks#BLACK} gives an image of one bit a dot, as label printers need it
     * @throws IllegalArgumentException for a page that does not exist or a resolution out of range
     */
    BufferedImage raster(int page, int dpi, Inks inks);

    /** The first page in colour. */
    default BufferedImage raster(int dpi) {
        return raster(0, dpi, Inks.COLOUR);
    }

    /** The first page alone: the front of a badge, for a printer that prints one side only. */
    PrintedPages first();

    /** The same pages a quarter turn clockwise, for paper that lies across; turned once, they stay so. */
    PrintedPages turned();

    /** The pages for {@link java.awt.print.PrinterJob}, each with its own paper size and no margins. */
    Pageable pageable();
}
