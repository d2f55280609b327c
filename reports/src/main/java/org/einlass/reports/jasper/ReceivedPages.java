package org.einlass.reports.jasper;

import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfStamper;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.awt.print.Book;
import java.awt.print.PageFormat;
import java.awt.print.Pageable;
import java.awt.print.Paper;
import java.awt.print.PrinterException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;

/**
 * Pages that another machine has made and that came as a PDF. They go to printers that take PDF; there is nothing here
 * that could draw them.
 */
public final class ReceivedPages implements PrintedPages {
    private final byte[] file;
    private final Book book;

    private ReceivedPages(byte[] file, Book book) {
        this.file = file;
        this.book = book;
    }

    /** The pages of a file; empty where it is no PDF that can be read, or has no page. */
    public static Optional<PrintedPages> of(byte[] file) {
        try {
            PdfReader reader = new PdfReader(file);
            Book book = new Book();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                book.append(ReceivedPages::cannotDraw, format(reader.getPageSizeWithRotation(page)));
            }
            reader.close();
            return book.getNumberOfPages() == 0 ? Optional.empty() : Optional.of(new ReceivedPages(file, book));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static PageFormat format(Rectangle size) {
        Paper paper = new Paper();
        paper.setSize(size.getWidth(), size.getHeight());
        paper.setImageableArea(0, 0, size.getWidth(), size.getHeight());
        PageFormat format = new PageFormat();
        format.setPaper(paper);
        return format;
    }

    private static int cannotDraw(Graphics pen, PageFormat format, int page) throws PrinterException {
        throw new PrinterException("A received PDF goes to printers that take PDF.");
    }

    @Override
    public int count() {
        return book.getNumberOfPages();
    }

    @Override
    public byte[] pdf() {
        return file.clone();
    }

    @Override
    public BufferedImage raster(int page, int dpi, Inks inks) {
        throw new UnsupportedOperationException("A received PDF is not drawn here.");
    }

    @Override
    public PrintedPages first() {
        try {
            PdfReader reader = new PdfReader(file);
            reader.selectPages("1");
            ByteArrayOutputStream front = new ByteArrayOutputStream(1 << 16);
            new PdfStamper(reader, front).close();
            return of(front.toByteArray()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PrintedPages turned() {
        return new TurnedPages(this);
    }

    @Override
    public Pageable pageable() {
        return book;
    }
}
