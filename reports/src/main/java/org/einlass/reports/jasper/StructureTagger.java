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
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.jspecify.annotations.Nullable;

/**
 * Writes the structure of one PDF while JasperReports draws it: what is a heading, a paragraph, a cell, a
 * figure, and what is mere ornament. Written from the interface and from ISO 14289-1 and ISO 32000-1, 14.7
 * and 14.8. One export, one thread.
 *
 * <p>Our marks say themselves what they are. An element of a template says it by its properties: see {@link
 * TextTag}.
 */
final class StructureTagger implements PdfTagger {

    private @Nullable String language;
    private @Nullable PdfProducer producer;
    private @Nullable PdfStructureEntry document;
    private @Nullable TableTagger tables;
    private TextTag text = TextTag.PARAGRAPH;
    private @Nullable LinkTag link;
    private boolean inMark;
    private int paragraphs;
    private @Nullable PdfStructureEntry textEntry;

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
        PdfStructureEntry root = structure().createDocumentTag(language);
        document = root;
        tables = new TableTagger(structure(), root);
    }

    @Override
    public void startPage() {
        inMark = false;
    }

    @Override
    public void endPage() {
        if (inMark) {
            throw new IllegalStateException("A page ended inside a tag.");
        }
    }

    @Override
    public void startElement(JRPrintElement element) {
        if (element instanceof JRGenericPrintElement generic) {
            start(MarkElement.mark(generic), element);
            inMark = true;
        } else if (element instanceof JRPrintText) {
            text = tables().classify(TextTag.of(element), element);
            paragraphs = 0;
        }
    }

    @Override
    public void endElement(JRPrintElement element) {
        if (inMark) {
            structure().endTag();
            inMark = false;
            if (link != null) {
                link.addTo(((ClassicPdfProducer) producer()).getPdfWriter());
                link = null;
            }
        } else if (element instanceof JRPrintText && paragraphs == 0) {
            tables().emptyCell(text);
        }
    }

    private void start(PageElement pageElement, JRPrintElement element) {
        if (pageElement instanceof PageElement.Paragraph paragraph) {
            tables().end();
            structure().beginTag(root(), paragraph.role().tag());
        } else if (pageElement instanceof PageElement.Link leading) {
            tables().end();
            PdfStructureEntry entry = structure()
                    .beginTag(
                            structure().createTag(root(), leading.text().role().tag()), "Link");
            link = new LinkTag(((ClassicStructureEntry) entry).getElement(), leading, element);
        } else if (pageElement instanceof PageElement.Figure figure) {
            startFigure(figure.frame().moved(element.getX(), element.getY()), figure.alternative());
        } else if (pageElement instanceof PageElement.Photo photo
                && !photo.alternative().isEmpty()) {
            startFigure(photo.frame().moved(element.getX(), element.getY()), photo.alternative());
        } else {
            structure().beginArtifact();
        }
    }

    private void startFigure(PageFrame pageFrame, String alternative) {
        tables().end();
        PdfStructureEntry figure = structure().beginTag(root(), "Figure");
        ((ClassicStructureEntry) figure)
                .getElement()
                .put(PdfName.ALT, new PdfString(alternative, PdfObject.TEXT_UNICODE));
        float height =
                ((ClassicPdfProducer) producer()).getPdfWriter().getPageSize().getHeight();
        figure.setBBox(
                (float) pageFrame.x(),
                height - (float) pageFrame.bottom(),
                (float) pageFrame.right(),
                height - (float) pageFrame.y());
    }

    @Override
    public void beginArtifact() {
        if (!inMark) {
            structure().beginArtifact();
        }
    }

    @Override
    public void endArtifact() {
        if (!inMark) {
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

    /**
     * JasperReports calls this for each paragraph of a text, draws each line by itself and drops the blank
     * between two lines; the actual text keeps it.
     */
    @Override
    public void startText(JRPrintText element) {
        String[] written = element.getFullText().split("\n", -1);
        startText(element, paragraphs < written.length ? written[paragraphs].strip() : "");
    }

    @Override
    public void startText(JRPrintText element, String actualText) {
        if (text == TextTag.ARTIFACT) {
            structure().beginArtifact();
        } else if (paragraphs > 0) {
            structure().beginTag(opened(textEntry), null, actualText);
        } else {
            textEntry = textEntry();
            structure().beginTag(textEntry, null, actualText);
        }
        paragraphs++;
    }

    private PdfStructureEntry textEntry() {
        if (text == TextTag.HEADER_CELL || text == TextTag.CELL) {
            return tables().cell(text);
        }
        tables().end();
        return structure().createTag(root(), text.tag());
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
        return opened(document);
    }

    private TableTagger tables() {
        return opened(tables);
    }

    private PdfStructure structure() {
        return producer().getPdfStructure();
    }

    private PdfProducer producer() {
        return opened(producer);
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("JasperReports tags a page before it opened the document.");
        }
        return part;
    }
}
