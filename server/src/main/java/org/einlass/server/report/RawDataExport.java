package org.einlass.server.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.statistics.AttendanceQueries;
import org.jdbi.v3.core.Handle;

/**
 * The facts and registrations from which all figures are counted, as CSV files for people who recompute them:
 * no names, no codes. The columns have English names in every language, so that a recipe stays true. A file is
 * written row by row; it takes no memory, however many rows there are.
 */
public final class RawDataExport {
    private final Store store;
    private final Path folder;

    /** @param folder where files lie while they are sent */
    public RawDataExport(Store store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    /**
     * A row for each scan, override, undo, walk-in, substitution at a desk and line from paper, by corrected time.
     *
     * @return the file, which is gone once the stream is closed
     * @throws UnknownEventOrDoor where there is no such event
     */
    public InputStream facts(EventId event) {
        return file("facts", event, (handle, document, lines) -> {
            RawFactRows rows = new RawFactRows(document);
            lines.add(RawFactRows.HEADINGS);
            AttendanceQueries.eachRawFact(handle, event, fact -> lines.add(rows.of(fact)));
        });
    }

    /**
     * A row for each registration that was not merged into another.
     *
     * @return the file, which is gone once the stream is closed
     * @throws UnknownEventOrDoor where there is no such event
     */
    public InputStream registrations(EventId event) {
        return file("registrations", event, (handle, document, lines) -> {
            RawRegistrationRows rows = new RawRegistrationRows(document);
            lines.add(RawRegistrationRows.HEADINGS);
            AttendanceQueries.guests(handle, event).forEach(one -> lines.add(rows.of(one)));
        });
    }

    /** What writes a file's lines. */
    private interface Content {
        void write(Handle handle, EventDocument document, Lines lines);
    }

    private InputStream file(String name, EventId event, Content content) {
        try {
            Path file = Files.createTempFile(Files.createDirectories(folder), name, ".csv");
            try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
                out.write(CsvExport.MARK);
                store.read(handle -> {
                    EventDocument document = EventTable.document(handle, event)
                            .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
                    content.write(handle, document, new Lines(out));
                    return file;
                });
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
            return Files.newInputStream(file, DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file that is being written. */
    private static final class Lines {
        private final Writer out;

        private Lines(Writer out) {
            this.out = out;
        }

        private void add(List<String> cells) {
            try {
                out.write(CsvExport.line(cells));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
