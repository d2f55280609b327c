package org.einlass.reports.jasper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.print.Book;
import java.awt.print.PageFormat;
import java.awt.print.Pageable;
import java.awt.print.Paper;
import java.awt.print.Printable;
import java.io.ByteArrayOutputStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.PrintPageFormat;
import net.sf.jasperreports.engine.export.JRGraphics2DExporter;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleGraphics2DExporterOutput;
import net.sf.jasperreports.export.SimpleGraphics2DReportConfiguration;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.SimplePdfReportConfiguration;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.page.DocumentMetadata;

/**
 * Pages that JasperReports has filled. The print is never changed after it was made, so every thread may read
 * it.
 */
final class JasperPages implements PrintedPages {

    private static final int COARSEST_DPI = 36;
    private static final int FINEST_DPI = 1200;
    private static final float POINTS_AN_INCH = 72f;

    private final JasperPrint print;
    private final DocumentMetadata documentMetadata;
    private final boolean linked;

    /** Linked pages hold at least one link. */
    JasperPages(JasperPrint print, DocumentMetadata documentMetadata, boolean linked) {
        this.print = print;
        this.documentMetadata = documentMetadata;
        this.linked = linked;
    }

    @Override
    public int count() {
        return print.getPages().size();
    }

    @Override
    public byte[] pdf() {
        JRPdfExporter exporter = new JRPdfExporter(ReportEngine.context());
        ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 16);
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(file));
        exporter.setConfiguration(accessible());
        exporter.setConfiguration(unfiltered());
        export(exporter::exportReport);
        return linked ? LinkParents.complete(file.toByteArray()) : file.toByteArray();
    }

    /** Without a filter of its own the exporter looks for one among all extensions, for each file. */
    private static SimplePdfReportConfiguration unfiltered() {
        SimplePdfReportConfiguration configuration = new SimplePdfReportConfiguration();
        configuration.setExporterFilter(element -> true);
        return configuration;
    }

    private SimplePdfExporterConfiguration accessible() {
        SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
        configuration.setTagged(true);
        configuration.setTagLanguage(documentMetadata.language().toLanguageTag());
        configuration.setPdfaConformance(PdfaConformanceEnum.PDFA_2A);
        configuration.setIccProfilePath(ScreenColours.LOCATION);
        configuration.setMetadataTitle(documentMetadata.title());
        configuration.setDisplayMetadataTitle(true);
        configuration.setMetadataCreator("Einlass");
        configuration.setCompressed(true);
        return configuration;
    }

    @Override
    public BufferedImage raster(int page, int dpi, Inks inks) {
        if (dpi < COARSEST_DPI || dpi > FINEST_DPI) {
            throw new IllegalArgumentException(
                    "A page is drawn at " + COARSEST_DPI + " to " + FINEST_DPI + " dpi, not at " + dpi + ".");
        }
        PrintPageFormat format = format(page);
        float zoom = dpi / POINTS_AN_INCH;
        BufferedImage image = new BufferedImage(
                Math.round(format.getPageWidth() * zoom),
                Math.round(format.getPageHeight() * zoom),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        draw(pen, page, zoom);
        pen.dispose();
        return inks == Inks.BLACK ? BlackAndWhite.of(image) : image;
    }

    @Override
    public PrintedPages first() {
        if (count() == 1) {
            return this;
        }
        JasperPrint front = new JasperPrint();
        front.setName(print.getName());
        front.setPageWidth(print.getPageWidth());
        front.setPageHeight(print.getPageHeight());
        front.setTopMargin(print.getTopMargin());
        front.setBottomMargin(print.getBottomMargin());
        front.setLeftMargin(print.getLeftMargin());
        front.setRightMargin(print.getRightMargin());
        front.addPage(print.getPages().get(0));
        return new JasperPages(front, documentMetadata, linked);
    }

    @Override
    public PrintedPages turned() {
        return new TurnedPages(this);
    }

    @Override
    public Pageable pageable() {
        Book book = new Book();
        for (int i = 0; i < count(); i++) {
            int page = i;
            Printable printable = (graphics, format, index) -> {
                draw((Graphics2D) graphics, page, 1);
                return Printable.PAGE_EXISTS;
            };
            book.append(printable, pageFormat(format(i)));
        }
        return book;
    }

    /** Label printers take the paper upright; a wide page is therefore a turned one. */
    private static PageFormat pageFormat(PrintPageFormat format) {
        double width = format.getPageWidth();
        double height = format.getPageHeight();
        Paper paper = new Paper();
        paper.setSize(Math.min(width, height), Math.max(width, height));
        paper.setImageableArea(0, 0, paper.getWidth(), paper.getHeight());
        PageFormat page = new PageFormat();
        page.setOrientation(width > height ? PageFormat.LANDSCAPE : PageFormat.PORTRAIT);
        page.setPaper(paper);
        return page;
    }

    private void draw(Graphics2D pen, int page, float zoom) {
        JRGraphics2DExporter exporter;
        try {
            exporter = new JRGraphics2DExporter(ReportEngine.context());
        } catch (JRException e) {
            throw new RenderingFailure(e);
        }
        SimpleGraphics2DExporterOutput output = new SimpleGraphics2DExporterOutput();
        output.setGraphics2D(pen);
        SimpleGraphics2DReportConfiguration configuration = new SimpleGraphics2DReportConfiguration();
        configuration.setPageIndex(page);
        configuration.setZoomRatio(zoom);
        configuration.setWhitePageBackground(false);
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(output);
        exporter.setConfiguration(configuration);
        export(exporter::exportReport);
    }

    private PrintPageFormat format(int page) {
        if (page < 0 || page >= count()) {
            throw new IllegalArgumentException("There is no page " + page + "; there are " + count() + " from 0.");
        }
        return print.getPageFormat(page);
    }

    private static void export(Export export) {
        try {
            export.run();
        } catch (JRException e) {
            throw new RenderingFailure(e);
        }
    }

    private interface Export {
        void run() throws JRException;
    }
}
