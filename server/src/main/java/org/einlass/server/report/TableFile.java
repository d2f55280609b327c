package org.einlass.server.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.einlass.reports.list.PrintedList;

/**
 * Tables as files for spreadsheets, written row by row: a file takes no memory, however many rows there are. Each lies
 * in a folder while it is sent, and is gone once its stream is closed.
 */
public final class TableFile {
    private final Path folder;

    /** @param folder where files lie while they are sent; made where there is none */
    public TableFile(Path folder) {
        this.folder = folder;
    }

    /** What writes a file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** The rows as CSV; the first one holds the headings. */
    public InputStream csv(Iterable<List<String>> rows) {
        return of(".csv", out -> {
            try (Writer text = new OutputStreamWriter(out, UTF_8)) {
                text.write(CsvExport.MARK);
                for (List<String> row : rows) {
                    text.write(CsvExport.line(row));
                }
            }
        });
    }

    /** The rows as XLSX; the first one holds the headings. */
    public InputStream xlsx(Iterable<List<String>> rows) {
        return of(".xlsx", out -> XlsxExport.write(out, "Einlass", rows));
    }

    /** A list as CSV: times as the event's clocks showed them. */
    public InputStream csv(PrintedList list) {
        return csv(ListTable.texts(list));
    }

    /** A list as XLSX: times and counts are typed as such. */
    public InputStream xlsx(PrintedList list) {
        return of(".xlsx", out -> XlsxExport.write(out, ListXlsx.of(list)));
    }

    /** A file of any content. */
    InputStream of(String end, Content content) {
        try {
            Path file = Files.createTempFile(Files.createDirectories(folder), "table", end);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                content.write(out);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
            return Files.newInputStream(file, DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
