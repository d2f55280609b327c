package org.einlass.reports.jasper;

import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfAnnotation;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfBorderArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureElement;
import com.lowagie.text.pdf.PdfWriter;
import net.sf.jasperreports.engine.JRPrintElement;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.page.PlacedLine;

/**
 * A link in the making: its text is tagged, its annotations are not yet on the page (ISO 32000-1, 14.7.4.3).
 */
final class LinkTag {

    private final PdfStructureElement element;
    private final PageElement.Link link;
    private final JRPrintElement place;

    LinkTag(PdfStructureElement element, PageElement.Link link, JRPrintElement place) {
        this.element = element;
        this.link = link;
        this.place = place;
    }

    /** Puts an annotation over each line and names it in the structure, beside the text. */
    void addTo(PdfWriter writer) {
        PdfArray kids = new PdfArray(element.get(PdfName.K));
        for (PlacedLine line : link.text().lines()) {
            PdfAnnotation annotation = annotation(writer, line.box().moved(place.getX(), place.getY()));
            writer.addAnnotation(annotation);
            PdfDictionary reference = new PdfDictionary(new PdfName("OBJR"));
            reference.put(PdfName.PG, writer.getPageReference(writer.getCurrentPageNumber()));
            reference.put(PdfName.OBJ, annotation.getIndirectReference());
            kids.add(reference);
        }
        element.put(PdfName.K, kids);
    }

    private PdfAnnotation annotation(PdfWriter writer, PageFrame box) {
        float height = writer.getPageSize().getHeight();
        PdfAnnotation annotation = new PdfAnnotation(
                writer,
                (float) box.x(),
                height - (float) box.bottom(),
                (float) box.right(),
                height - (float) box.y(),
                new PdfAction(link.target()));
        annotation.setFlags(PdfAnnotation.FLAGS_PRINT);
        annotation.setBorder(new PdfBorderArray(0, 0, 0));
        annotation.put(PdfName.CONTENTS, new PdfString(link.alternative(), PdfObject.TEXT_UNICODE));
        return annotation;
    }
}
