package org.einlass.server.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.reports.statistics.AttendanceCsv;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.statistics.AttendanceFacts;
import org.einlass.server.statistics.AttendanceQueries;
import org.einlass.server.statistics.CountedRegistration;
import org.einlass.server.statistics.OrganisationSpellings;
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
        return file("facts", event, RawDataExport::facts);
    }

    private static void facts(Handle handle, EventId event, EventDocument document, Lines lines) {
        RawFactRows rows = new RawFactRows(document);
        lines.add(RawFactRows.HEADINGS);
        AttendanceQueries.eachRawFact(handle, event, fact -> lines.add(rows.of(fact)));
    }

    /**
     * A row for each registration that was not merged into another.
     *
     * @return the file, which is gone once the stream is closed
     * @throws UnknownEventOrDoor where there is no such event
     */
    public InputStream registrations(EventId event) {
        return file("registrations", event, RawDataExport::registrations);
    }

    private static void registrations(Handle handle, EventId event, EventDocument document, Lines lines) {
        List<CountedRegistration> all = AttendanceQueries.guests(handle, event);
        RawRegistrationRows rows = new RawRegistrationRows(
                document,
                OrganisationSpellings.of(
                        all.stream().map(CountedRegistration::organisation).toList()));
        lines.add(RawRegistrationRows.HEADINGS);
        all.forEach(one -> lines.add(rows.of(one)));
    }

    /** A row for the event, and for each part of it that the other files name by its id. */
    private static void event(Handle handle, EventId event, EventDocument document, Lines lines) {
        lines.add(RawEventRows.HEADINGS);
        RawEventRows.of(document).forEach(lines::add);
    }

    /** A row for each conflict in the entries, those of rehearsals among them. */
    private static void conflicts(Handle handle, EventId event, EventDocument document, Lines lines) {
        lines.add(List.of("conflict", "kind", "registration", "phase", "settled", "entries"));
        AttendanceQueries.conflicts(handle, event)
                .forEach(one -> lines.add(List.of(
                        one.id(),
                        one.kind().name(),
                        one.subject(),
                        one.rehearsed() ? "REHEARSAL" : "LIVE",
                        one.settled() ? "yes" : "no",
                        one.entries().stream().map(EntryId::toString).collect(Collectors.joining(" ")))));
    }

    /**
     * The report as CSV and everything it was counted from, of one moment: {@code attendance.csv},
     * {@code event.csv}, {@code registrations.csv}, {@code facts.csv} and {@code conflicts.csv}.
     *
     * @param locale of the report; the other files have one language
     * @param now when it is counted
     * @return a ZIP file, which is gone once the stream is closed
     * @throws UnknownEventOrDoor where there is no such event
     */
    public InputStream all(EventId event, Locale locale, Instant now) {
        Map<String, Content> files = new LinkedHashMap<>();
        files.put("event", RawDataExport::event);
        files.put("registrations", RawDataExport::registrations);
        files.put("facts", RawDataExport::facts);
        files.put("conflicts", RawDataExport::conflicts);
        return new TableFile(folder)
                .of(
                        ".zip",
                        out -> store.read(handle -> {
                            zip(handle, event, files, locale, now, out);
                            return out;
                        }));
    }

    private static void zip(
            Handle handle, EventId event, Map<String, Content> files, Locale locale, Instant now, OutputStream out)
            throws IOException {
        EventDocument document = document(handle, event);
        byte[] report = AttendanceCsv.of(AttendanceFacts.of(handle, event).counted(locale, now));
        try (ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
            zip.putNextEntry(entry("attendance", now));
            zip.write(report);
            for (Map.Entry<String, Content> file : files.entrySet()) {
                zip.putNextEntry(entry(file.getKey(), now));
                Writer text = new BufferedWriter(new OutputStreamWriter(zip, UTF_8));
                text.write(CsvExport.MARK);
                file.getValue().write(handle, event, document, new Lines(text));
                text.flush();
            }
        }
    }

    private static ZipEntry entry(String name, Instant now) {
        ZipEntry entry = new ZipEntry(name + ".csv");
        entry.setLastModifiedTime(FileTime.from(now));
        return entry;
    }

    private static EventDocument document(Handle handle, EventId event) {
        return EventTable.document(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    /** What writes a file's lines. */
    private interface Content {
        void write(Handle handle, EventId event, EventDocument document, Lines lines);
    }

    private InputStream file(String name, EventId event, Content content) {
        try {
            Path file = Files.createTempFile(Files.createDirectories(folder), name, ".csv");
            try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
                out.write(CsvExport.MARK);
                store.read(handle -> {
                    content.write(handle, event, document(handle, event), new Lines(out));
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
