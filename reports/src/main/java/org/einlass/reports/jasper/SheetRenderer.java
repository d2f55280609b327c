package org.einlass.reports.jasper;

import java.util.List;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBasePrintPage;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.page.DocumentMetadata;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.page.Sheet;

/** Prints sheets: what the typesetter laid out becomes pages. Stateless, for any thread. */
public final class SheetRenderer {

    /** The sheets, at least one and all of one width, as pages that are as high as the highest of them. */
    public PrintedPages print(List<Sheet> sheets, DocumentMetadata documentMetadata) {
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to print: give at least one sheet.");
        }
        JasperPrint print = new JasperPrint();
        print.setName("einlass");
        print.setPageWidth((int) Math.round(sheets.get(0).width()));
        print.setPageHeight((int)
                Math.round(sheets.stream().mapToDouble(Sheet::height).max().orElseThrow()));
        print.setTopMargin(0);
        print.setBottomMargin(0);
        print.setLeftMargin(0);
        print.setRightMargin(0);
        for (Sheet sheet : sheets) {
            print.addPage(page(sheet));
        }
        boolean linked =
                sheets.stream().flatMap(sheet -> sheet.marks().stream()).anyMatch(PageElement.Link.class::isInstance);
        return new JasperPages(print, documentMetadata, linked);
    }

    private static JRPrintPage page(Sheet sheet) {
        JRBasePrintPage page = new JRBasePrintPage();
        PageFrame all = new PageFrame(0, 0, sheet.width(), sheet.height());
        for (PageElement pageElement : sheet.marks()) {
            page.addElement(MarkElement.of(pageElement, all));
        }
        return page;
    }
}
