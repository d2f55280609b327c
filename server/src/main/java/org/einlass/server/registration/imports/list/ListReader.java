package org.einlass.server.registration.imports.list;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads registration lists: CSV with semicolons, commas or tabs, in UTF-8, UTF-16 with byte order mark or Windows-1252,
 * German or English headings. The same bytes always give the same reading. Safe for use by several threads.
 */
public final class ListReader {
    private final EventTerms terms;
    private final ListLimits limits;

    public ListReader(EventTerms terms, ListLimits limits) {
        this.terms = terms;
        this.limits = limits;
    }

    /**
     * Reads a list from a stream, at most as far as the limit goes. Does not close the stream.
     *
     * @param language of the reasons and remedies of single rows
     * @throws IOException where the stream breaks; a file that is no list is no exception but an answer
     */
    public ListReadResult read(InputStream in, Locale language) throws IOException {
        return read(in.readNBytes(limits.bytes() + 1), language);
    }

    /**
     * Reads a list from memory; the file, its text and its guests are in memory together.
     *
     * @param language of the reasons and remedies of single rows
     */
    public ListReadResult read(byte[] file, Locale language) {
        if (file.length > limits.bytes()) {
            return UnreadableList.tooLarge(limits.bytes());
        }
        try {
            return read(ListText.of(file), language);
        } catch (ListRefused e) {
            return e.list();
        }
    }

    private AttendeeList read(String text, Locale language) throws ListRefused {
        CsvHeader csvHeader = CsvHeader.of(text, limits.columns());
        AttendeeListBuilder attendeeListBuilder =
                new AttendeeListBuilder(ListColumns.of(csvHeader.headings()), terms, language);
        CsvRows rows = csvHeader.rows();
        for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            if (attendeeListBuilder.rows() == limits.rows()) {
                throw new ListRefused(UnreadableList.tooManyRows(limits.rows()));
            }
            attendeeListBuilder.take(row.get());
        }
        if (attendeeListBuilder.rows() == 0) {
            throw new ListRefused(UnreadableList.headingsOnly());
        }
        return attendeeListBuilder.list();
    }
}
