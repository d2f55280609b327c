package org.einlass.reports.jasper;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.export.GenericElementHandlerBundle;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.repo.RepositoryService;

/**
 * JasperReports as we allow it to run: no files, no addresses, no classes but those on the list, our marks,
 * our tagger. Built once, then only read; safe for any thread.
 */
final class ReportEngine {

    /**
     * It warns of what {@link LinkParents} makes good, once in every program. The reference keeps the setting
     * alive.
     */
    private static final Logger LINK_WARNING = Logger.getLogger("net.sf.jasperreports.pdf.classic.ClassicPdfUtils");

    private static final JasperReportsContext CONTEXT = build();

    private ReportEngine() {}

    static JasperReportsContext context() {
        return CONTEXT;
    }

    private static JasperReportsContext build() {
        LINK_WARNING.setLevel(Level.SEVERE);
        SimpleJasperReportsContext context = new SimpleJasperReportsContext();
        context.setExtensions(GenericElementHandlerBundle.class, List.of(new MarkHandlers()));
        context.setExtensions(RepositoryService.class, List.of(new ScreenColours()));
        context.setProperty(JRPdfExporter.PDF_TAGGER_FACTORY_PROPERTY, StructureTaggerFactory.class.getName());
        context.setProperty(JRPdfExporter.PDF_PRODUCER_FACTORY_PROPERTY, PdfProducers.class.getName());
        // The same filters stand in jasperreports.properties for whoever else uses the library in this
        // program.
        context.setProperty("net.sf.jasperreports.report.class.filter.enabled", "true");
        context.setProperty(
                "net.sf.jasperreports.report.class.whitelist.einlass", "jdk.internal.reflect.ConstructorAccessorImpl");
        context.setProperty("net.sf.jasperreports.repository.url.filter.enabled", "true");
        context.setProperty("net.sf.jasperreports.default.file.repository.enabled", "false");
        context.setProperty("net.sf.jasperreports.print.transfer.einlass", TextTag.PROPERTIES);
        return context;
    }
}
