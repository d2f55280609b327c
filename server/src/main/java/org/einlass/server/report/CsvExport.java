package org.einlass.server.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as CSV for spreadsheets: semicolons, a byte order mark, and no cell that would be taken for a
 * formula.
 */
public final class CsvExport {
    /** With which a file begins, so that spreadsheets read its umlauts. */
    static final String MARK = "\uFEFF";

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvExport() {}

    /**
     * The file's bytes.
     *
     * @param rows the first one holds the headings
     */
    public static byte[] of(List<List<String>> rows) {
        return (MARK + rows.stream().map(CsvExport::line).collect(Collectors.joining())).getBytes(UTF_8);
    }

    /** One row with its end. */
    static String line(List<String> cells) {
        return cells.stream().map(CsvExport::cell).collect(Collectors.joining(";")) + "\r\n";
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String harmless = formula ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(letter -> ";\"\r\n".indexOf(letter) >= 0);
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
