package org.einlass.reports.jasper;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import net.sf.jasperreports.engine.JRGenericPrintElement;
import net.sf.jasperreports.engine.export.GenericElementGraphics2DHandler;
import net.sf.jasperreports.engine.export.GenericElementHandler;
import net.sf.jasperreports.engine.export.GenericElementHandlerBundle;
import net.sf.jasperreports.engine.export.JRGraphics2DExporter;
import net.sf.jasperreports.engine.export.JRGraphics2DExporterContext;
import net.sf.jasperreports.engine.export.draw.Offset;
import net.sf.jasperreports.pdf.GenericElementPdfHandler;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.JRPdfExporterContext;
import org.jspecify.annotations.Nullable;

/** Tells JasperReports' exporters who draws our marks. */
final class MarkHandlers implements GenericElementHandlerBundle {

    @Override
    public String getNamespace() {
        return MarkElement.NAMESPACE;
    }

    @Override
    public @Nullable GenericElementHandler getHandler(String elementName, String exporterKey) {
        if (!MarkElement.NAME.equals(elementName)) {
            return null;
        }
        return switch (exporterKey) {
            case JRPdfExporter.PDF_EXPORTER_KEY -> new OnPdf();
            case JRGraphics2DExporter.GRAPHICS2D_EXPORTER_KEY -> new OnGraphics();
            default -> null;
        };
    }

    private static final class OnPdf implements GenericElementPdfHandler {

        @Override
        public boolean toExport(JRGenericPrintElement element) {
            return true;
        }

        @Override
        public void exportElement(JRPdfExporterContext context, JRGenericPrintElement element) {
            PdfPainter.on(context.getPdfWriter(), element.getX(), element.getY())
                    .paint(MarkElement.mark(element));
        }
    }

    private static final class OnGraphics implements GenericElementGraphics2DHandler {

        @Override
        public boolean toExport(JRGenericPrintElement element) {
            return true;
        }

        @Override
        public void exportElement(
                JRGraphics2DExporterContext context,
                JRGenericPrintElement element,
                Graphics2D graphics,
                Offset offset) {
            AffineTransform before = graphics.getTransform();
            graphics.translate(element.getX() + offset.getX(), element.getY() + offset.getY());
            new GraphicsPainter(graphics).paint(MarkElement.mark(element));
            graphics.setTransform(before);
        }
    }
}
