package org.einlass.server.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Tables as XLSX (ECMA-376): the first row of each sheet stays in view and can be filtered. Texts are typed as
 * texts, so that no spreadsheet takes one for a number, a date or a formula.
 */
public final class XlsxExport {
    private static final String PROGRAM = "Einlass";

    /** As many rows are held in memory. */
    static final int ROWS_AT_ONCE = 500;

    private static final int WIDEST = 60;
    private static final int NARROWEST = 10;

    private XlsxExport() {}

    /** What writes the sheets of a file. */
    interface Content {
        void write(Workbook book) throws IOException;
    }

    /**
     * Writes a file with one sheet of texts, some hundred rows at a time.
     *
     * @param sheet name of the sheet, plain letters
     * @param rows the first one holds the headings
     */
    static void write(OutputStream out, String sheet, Iterable<List<String>> rows) {
        write(out, book -> {
            Iterator<List<String>> all = rows.iterator();
            List<String> headings = all.next();
            Worksheet written = sheet(book, sheet, headings);
            int line = 0;
            while (all.hasNext()) {
                line++;
                List<String> row = all.next();
                for (int column = 0; column < row.size(); column++) {
                    written.inlineString(line, column, row.get(column));
                }
                if (line % ROWS_AT_ONCE == 0) {
                    written.flush();
                }
            }
            filter(written, line, headings.size());
        });
    }

    /** The bytes of a file. */
    static byte[] of(Content content) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(file, content);
        return file.toByteArray();
    }

    /** Writes a file. */
    static void write(OutputStream out, Content content) {
        try (Workbook book = new Workbook(out, PROGRAM, null)) {
            content.write(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sheet with its headings. */
    static Worksheet sheet(Workbook book, String name, List<String> headings) {
        Worksheet sheet = book.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int column = 0; column < headings.size(); column++) {
            sheet.inlineString(0, column, headings.get(column));
            sheet.style(0, column).bold().set();
            sheet.width(
                    column,
                    Math.max(NARROWEST, Math.min(WIDEST, headings.get(column).length() + 4)));
        }
        return sheet;
    }

    /** Filters over all rows of a sheet. */
    static void filter(Worksheet sheet, int lastRow, int columns) {
        sheet.setAutoFilter(0, 0, Math.max(1, lastRow), columns - 1);
    }
}
