package org.einlass.reports.jasper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.page.DocumentMetadata;
import org.jspecify.annotations.Nullable;

/** A template of ours, compiled when the program was built. Immutable; fills on any thread. */
public final class Template {

    private final JasperReport report;

    private Template(JasperReport report) {
        this.report = report;
    }

    /** Loads a template by its name; one that is missing is a broken program. */
    public static Template named(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name + ".jasper")) {
            if (in == null) {
                throw new IllegalStateException(
                        "The template " + name + " is missing from the program. Install it again.");
            }
            return new Template((JasperReport) JRLoader.loadObject(ReportEngine.context(), in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JRException e) {
            throw new RenderingFailure(e);
        }
    }

    /**
     * Fills the template.
     *
     * @param values the template's parameters
     * @param rows one a line of the table
     * @param columns how each field of the template is read from a row
     */
    public <T> PrintedPages fill(
            Map<String, ?> values,
            List<T> rows,
            Map<String, ? extends Function<T, ? extends @Nullable Object>> columns,
            DocumentMetadata documentMetadata) {
        try {
            JasperPrint print = JasperFillManager.getInstance(ReportEngine.context())
                    .fill(report, new HashMap<>(values), new RecordRows<>(rows, columns));
            return new JasperPages(print, documentMetadata, false);
        } catch (JRException e) {
            throw new RenderingFailure(e);
        }
    }
}
