package org.einlass.kiosk.print;

import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.awt.print.Book;
import java.awt.print.PageFormat;
import java.awt.print.Pageable;
import java.awt.print.Paper;
import java.awt.print.Printable;
import java.nio.charset.StandardCharsets;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;

/** A6 pages with nothing on them but a word. */
public final class TestPages implements PrintedPages {
    private static final String PDF = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 298 420]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """;

    private final int count;

    /** One page. */
    public TestPages() {
        this(1);
    }

    /** So many pages, of which the PDF holds one. */
    public TestPages(int count) {
        this.count = count;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public byte[] pdf() {
        return PDF.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public BufferedImage raster(int page, int dpi, Inks inks) {
        return new BufferedImage(298, 420, BufferedImage.TYPE_INT_RGB);
    }

    @Override
    public PrintedPages first() {
        return new TestPages();
    }

    @Override
    public PrintedPages turned() {
        return this;
    }

    @Override
    public Pageable pageable() {
        Paper paper = new Paper();
        paper.setSize(298, 420);
        paper.setImageableArea(0, 0, 298, 420);
        PageFormat format = new PageFormat();
        format.setPaper(paper);
        Book book = new Book();
        book.append(TestPages::draw, format);
        return book;
    }

    private static int draw(Graphics pen, PageFormat format, int page) {
        pen.drawString("Einlass", 50, 50);
        return Printable.PAGE_EXISTS;
    }
}
