package org.einlass.kiosk.print;

import java.awt.image.BufferedImage;
import java.awt.print.Pageable;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;

/** Pages that break when they are asked for. */
final class BrokenPages implements PrintedPages {
    @Override
    public int count() {
        return 1;
    }

    @Override
    public byte[] pdf() {
        throw new IllegalStateException("no page");
    }

    @Override
    public BufferedImage raster(int page, int dpi, Inks inks) {
        throw new IllegalStateException("no page");
    }

    @Override
    public PrintedPages first() {
        return this;
    }

    @Override
    public PrintedPages turned() {
        return this;
    }

    @Override
    public Pageable pageable() {
        throw new IllegalStateException("no page");
    }
}
