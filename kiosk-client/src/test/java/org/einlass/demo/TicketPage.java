package org.einlass.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The first page of a PDF as a printer or a phone's screen shows it. */
public final class TicketPage {
    private static final float DOTS_PER_INCH = 150;

    private TicketPage() {}

    /** Renders the first page. @throws UncheckedIOException where the bytes are no PDF */
    public static BufferedImage of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.RGB);
        } catch (IOException e) {
            throw new UncheckedIOException("The server's ticket is no PDF.", e);
        }
    }
}
