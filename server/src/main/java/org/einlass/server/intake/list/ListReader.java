package org.einlass.server.intake.list;

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
    public ListReading read(InputStream in, Locale language) throws IOException {
        return read(in.readNBytes(limits.bytes() + 1), language);
    }

    /**
     * Reads a list from memory; the file, its text and its guests are in memory together.
     *
     * @param language of the reasons and remedies of single rows
     */
    public ListReading read(byte[] file, Locale language) {
        if (file.length > limits.bytes()) {
            return UnreadableList.tooLarge(limits.bytes());
        }
        try {
            return read(ListText.of(file), language);
        } catch (ListRefused e) {
            return e.list();
        }
    }

    private GuestList read(String text, Locale language) throws ListRefused {
        Opening opening = Opening.of(text, limits.columns());
        Gathering gathering = new Gathering(Columns.of(opening.headings()), terms, language);
        RowCutter rows = opening.rows();
        for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
            if (gathering.rows() == limits.rows()) {
                throw new ListRefused(UnreadableList.tooManyRows(limits.rows()));
            }
            gathering.take(row.get());
        }
        if (gathering.rows() == 0) {
            throw new ListRefused(UnreadableList.headingsOnly());
        }
        return gathering.list();
    }
}
