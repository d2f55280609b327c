package org.einlass.server.registration.imports.list;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.einlass.server.registration.imports.text.HtmlEntities;

/**
 * Cuts a file's text into rows. After a row that cannot be cut it goes on at the next line of the file, so
 * that a lost quotation mark costs one row and not those that stand behind it.
 */
final class CsvRows implements RowSource {
    private final String text;
    private final char separator;
    private final int mostColumns;
    private final FilePlace place = new FilePlace();
    private CSVParser parser;
    private Iterator<CSVRecord> records;
    private long linesBeforeParser;

    CsvRows(String text, char separator, int mostColumns) {
        this.text = text;
        this.separator = separator;
        this.mostColumns = mostColumns;
        this.parser = parserFrom(0, false);
        this.records = parser.iterator();
    }

    /**
     * The next row that is not blank, or empty at the end of the file.
     *
     * @throws ListRefused where a quotation mark is never closed, or a row has too many columns
     */
    @Override
    public Optional<CsvRow> next() throws ListRefused {
        Optional<CsvRow> row = cut();
        while (row.isPresent() && row.get().isBlank()) {
            row = cut();
        }
        return row;
    }

    private Optional<CsvRow> cut() throws ListRefused {
        long line = linesBeforeParser + parser.getCurrentLineNumber() + 1;
        try {
            return records.hasNext() ? Optional.of(row(line, records.next())) : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.of(skipped(line));
        }
    }

    private CsvRow row(long line, CSVRecord cut) throws ListRefused {
        if (cut.size() > mostColumns) {
            throw new ListRefused(UnreadableList.tooManyColumns(line, mostColumns));
        }
        return new CsvRow(line, cut.stream().map(HtmlEntities::restore).toList());
    }

    /** A parser that failed is of no more use: a new one begins at the line after the faulty row's first. */
    private CsvRow skipped(long line) throws ListRefused {
        if (isCutWithOpenEnd(place.startOf(line))) {
            throw new ListRefused(UnreadableList.unclosedQuote(line));
        }
        parser = parserFrom(place.startOf(line + 1), false);
        records = parser.iterator();
        linesBeforeParser = line;
        return CsvRow.uncut(line);
    }

    /**
     * Tells the two faults apart that the strict parser knows: only the open end is none to the lenient one.
     */
    private boolean isCutWithOpenEnd(int start) {
        try {
            return parserFrom(start, true).iterator().hasNext();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private CSVParser parserFrom(int start, boolean openEnd) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .setLenientEof(openEnd)
                .get();
        try {
            StringReader reader = new StringReader(text);
            reader.skip(start);
            return CSVParser.builder().setReader(reader).setFormat(format).get();
        } catch (IOException e) {
            throw new IllegalStateException("Text in memory could not be read.", e);
        }
    }

    /** Where lines begin in the text; asked for lines in rising order. */
    private final class FilePlace {
        private long line = 1;
        private int start;

        private int startOf(long wanted) {
            while (line < wanted && start < text.length()) {
                start = afterLineEnd(start);
                line++;
            }
            return start;
        }

        private int afterLineEnd(int from) {
            int at = from;
            while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                at++;
            }
            return text.startsWith("\r\n", at) ? at + 2 : Math.min(at + 1, text.length());
        }
    }
}
