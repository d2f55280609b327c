package org.einlass.reports.jasper;

import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.common.PdfTagger;
import net.sf.jasperreports.pdf.common.PdfTaggerFactory;

/** Gives every PDF export a tagger of its own; JasperReports makes it by its name. */
public final class StructureTaggerFactory implements PdfTaggerFactory {

    @Override
    public PdfTagger createTagger(JRPdfExporter exporter) {
        return new StructureTagger();
    }
}
