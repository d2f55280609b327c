package org.einlass.kiosk.print;

import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.awt.print.Book;
import java.awt.print.PageFormat;
import java.awt.print.Pageable;
import java.awt.print.Paper;
import java.awt.print.Printable;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;

/** A6 pages with nothing on them but a word. */
public final class TestPages implements PrintedPages {
    private static final String PDF = """
            %%PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[%s]/Count %d>>endobj
            %strailer<</Root 1 0 R>>
            %%%%EOF
            """;

    private static final String PAGE = "%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 298 420]>>endobj%n";
    private static final int FIRST_PAGE = 3;

    private final int count;

    /** One page. */
    public TestPages() {
        this(1);
    }

    /** So many pages. */
    public TestPages(int count) {
        this.count = count;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public byte[] pdf() {
        String kids = numbers().mapToObj(page -> page + " 0 R").collect(Collectors.joining(" "));
        String pages = numbers().mapToObj(PAGE::formatted).collect(Collectors.joining());
        return PDF.formatted(kids, count, pages).getBytes(StandardCharsets.US_ASCII);
    }

    private IntStream numbers() {
        return IntStream.range(FIRST_PAGE, FIRST_PAGE + count);
    }

    /** How many pages such a PDF holds. */
    public static int pagesOf(byte[] pdf) {
        return new String(pdf, StandardCharsets.US_ASCII).split("/Type/Page/", -1).length - 1;
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
        book.append(TestPages::draw, format, count);
        return book;
    }

    private static int draw(Graphics pen, PageFormat format, int page) {
        pen.drawString("Einlass", 50, 50);
        return Printable.PAGE_EXISTS;
    }
}
