package org.einlass.reports.jasper;

import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfStamper;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.print.Pageable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;

/**
 * Pages a quarter turn clockwise, for paper that lies across. The PDF says so by its pages' rotation (ISO
 * 32000-1, 7.7.3.3), so that its structure stays as it is.
 */
final class TurnedPages implements PrintedPages {
    private static final int QUARTER = 90;

    private final PrintedPages upright;

    TurnedPages(PrintedPages upright) {
        this.upright = upright;
    }

    @Override
    public int count() {
        return upright.count();
    }

    @Override
    public byte[] pdf() {
        try {
            PdfReader reader = new PdfReader(upright.pdf());
            ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 16);
            PdfStamper stamper = new PdfStamper(reader, file);
            stamper.setFullCompression();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                reader.getPageN(page).put(PdfName.ROTATE, new PdfNumber(QUARTER));
            }
            stamper.close();
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public BufferedImage raster(int page, int dpi, Inks inks) {
        BufferedImage image = upright.raster(page, dpi, inks);
        BufferedImage turned =
                new BufferedImage(/* width= */ image.getHeight(), /* height= */ image.getWidth(), image.getType());
        Graphics2D pen = turned.createGraphics();
        pen.translate(image.getHeight(), 0);
        pen.rotate(Math.PI / 2);
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return turned;
    }

    /** Java's print system turns pages itself. */
    @Override
    public Pageable pageable() {
        return upright.pageable();
    }

    @Override
    public PrintedPages first() {
        return new TurnedPages(upright.first());
    }

    @Override
    public PrintedPages turned() {
        return this;
    }
}
