package org.einlass.reports.jasper;

import java.io.OutputStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfDocumentWriter;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducerContext;
import net.sf.jasperreports.pdf.common.PdfProducerFactory;

/** Makes JasperReports write PDF as usual, but for the metadata, which are ours. */
public final class PdfProducers implements PdfProducerFactory {
    /** JasperReports makes one by its name. */
    public PdfProducers() {}

    @Override
    public PdfProducer createProducer(PdfProducerContext context) {
        return new Producer(context);
    }

    private static final class Producer extends ClassicPdfProducer {
        Producer(PdfProducerContext context) {
            super(context);
        }

        @Override
        public PdfDocumentWriter createWriter(OutputStream file) throws JRException {
            return new MetadataWriter(super.createWriter(file), getPdfWriter());
        }
    }
}
