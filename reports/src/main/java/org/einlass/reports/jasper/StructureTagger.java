package org.einlass.reports.jasper;

import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import net.sf.jasperreports.engine.JRGenericPrintElement;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.util.StyledTextListWriter;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.classic.ClassicStructureEntry;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfStructure;
import net.sf.jasperreports.pdf.common.PdfStructureEntry;
import net.sf.jasperreports.pdf.common.PdfTagger;
import org.einlass.reports.page.Frame;
import org.einlass.reports.page.Mark;
import org.jspecify.annotations.Nullable;

/**
 * Writes the structure of one PDF while JasperReports draws it: what is a heading, a paragraph, a cell, a figure, and what is mere
 * ornament. Written from the interface and from ISO 14289-1 and ISO 32000-1, 14.7 and 14.8. One export, one thread.
 */
final class StructureTagger implements PdfTagger {

    private @Nullable String language;
    private @Nullable PdfProducer producer;
    private @Nullable PdfStructureEntry document;
    private int depth;

    @Override
    public void setLanguage(String language) {
        this.language = language;
    }

    @Override
    public void setPdfProducer(PdfProducer pdfProducer) {
        this.producer = pdfProducer;
    }

    @Override
    public void init() {
        document = structure().createDocumentTag(language);
    }

    @Override
    public void startPage() {
        depth = 0;
    }

    @Override
    public void endPage() {
        if (depth != 0) {
            throw new IllegalStateException("A page ended inside a tag.");
        }
    }

    @Override
    public void startElement(JRPrintElement element) {
        if (element instanceof JRGenericPrintElement generic) {
            start(MarkElement.mark(generic), element);
        }
    }

    @Override
    public void endElement(JRPrintElement element) {
        if (element instanceof JRGenericPrintElement) {
            structure().endTag();
            depth--;
        }
    }

    private void start(Mark mark, JRPrintElement element) {
        if (mark instanceof Mark.Paragraph paragraph) {
            structure().beginTag(root(), paragraph.role().tag());
        } else if (mark instanceof Mark.Figure figure) {
            startFigure(figure.frame().moved(element.getX(), element.getY()), figure.alternative());
        } else if (mark instanceof Mark.Photo photo && !photo.alternative().isEmpty()) {
            startFigure(photo.frame().moved(element.getX(), element.getY()), photo.alternative());
        } else {
            structure().beginArtifact();
        }
        depth++;
    }

    private void startFigure(Frame frame, String alternative) {
        PdfStructureEntry figure = structure().beginTag(root(), "Figure");
        ((ClassicStructureEntry) figure)
                .getElement()
                .put(PdfName.ALT, new PdfString(alternative, PdfObject.TEXT_UNICODE));
        float height = pageHeight();
        figure.setBBox(
                (float) frame.x(), height - (float) frame.bottom(), (float) frame.right(), height - (float) frame.y());
    }

    private float pageHeight() {
        return ((ClassicPdfProducer) producer()).getPdfWriter().getPageSize().getHeight();
    }

    @Override
    public void beginArtifact() {
        if (depth == 0) {
            structure().beginArtifact();
        }
    }

    @Override
    public void endArtifact() {
        if (depth == 0) {
            structure().endArtifact();
        }
    }

    @Override
    public void startImage(JRPrintImage printImage, float llx, float lly, float urx, float ury) {
        structure().beginArtifact();
    }

    @Override
    public void endImage() {
        structure().endArtifact();
    }

    @Override
    public void startText(JRPrintText textElement) {
        structure().beginTag(root(), "P");
    }

    @Override
    public void startText(JRPrintText textElement, String actualText) {
        structure().beginTag(root(), "P", actualText);
    }

    @Override
    public void endText() {
        structure().endTag();
    }

    @Override
    public boolean isFirstLinkParagraph() {
        return false;
    }

    @Override
    public @Nullable PdfStructureEntry getCurrentLinkTag() {
        return null;
    }

    @Override
    public @Nullable StyledTextListWriter getListWriter() {
        return null;
    }

    private PdfStructureEntry root() {
        if (document == null) {
            throw new IllegalStateException("JasperReports tags a page before it opened the document.");
        }
        return document;
    }

    private PdfStructure structure() {
        return producer().getPdfStructure();
    }

    private PdfProducer producer() {
        if (producer == null) {
            throw new IllegalStateException("JasperReports tags a page before it named the writer.");
        }
        return producer;
    }
}
