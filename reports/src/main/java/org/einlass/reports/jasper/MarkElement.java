package org.einlass.reports.jasper;

import net.sf.jasperreports.engine.JRGenericElementType;
import net.sf.jasperreports.engine.JRGenericPrintElement;
import net.sf.jasperreports.engine.base.JRBaseGenericPrintElement;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;

/** A mark of ours as an element of a JasperReports page. */
final class MarkElement {

    static final String NAMESPACE = "https://einlass.org/reports/page";
    static final String NAME = "mark";

    private static final JRGenericElementType TYPE = new JRGenericElementType(NAMESPACE, NAME);
    private static final String PARAMETER = "mark";

    private MarkElement() {}

    /** An element over a whole page; the mark knows its place. */
    static JRGenericPrintElement of(PageElement pageElement, PageFrame page) {
        JRBaseGenericPrintElement element = new JRBaseGenericPrintElement(null);
        element.setGenericType(TYPE);
        element.setWidth((int) page.width());
        element.setHeight((int) page.height());
        element.setParameterValue(PARAMETER, pageElement);
        return element;
    }

    static PageElement mark(JRGenericPrintElement element) {
        if (element.getParameterValue(PARAMETER) instanceof PageElement pageElement) {
            return pageElement;
        }
        throw new IllegalStateException("A page element of the press holds no mark.");
    }
}
