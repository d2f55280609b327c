package org.einlass.server.intake;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The rows of a delimited text, apart but not yet taken apart: a quoted line break belongs to its row.
 *
 * <p>A quote that is opened and never closed would swallow the rest of the file. A row therefore ends after
 * {@value #MOST_LINES} lines at the latest; then only its first line is given up and reading goes on behind it.
 */
final class RawRows implements Iterator<RawRows.RawRow> {
    private static final int MOST_LINES = 30;

    private final List<String> lines;
    private final char delimiter;
    private int next;

    RawRows(List<String> lines, char delimiter) {
        this.lines = lines;
        this.delimiter = delimiter;
        skipEmpty();
    }

    /**
     * One row.
     *
     * @param line number of its first line, from 1
     * @param whole false where a quote was never closed
     */
    record RawRow(long line, String text, boolean whole) {}

    @Override
    public boolean hasNext() {
        return next < lines.size();
    }

    @Override
    public RawRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int first = next;
        RawRow row = read(first);
        skipEmpty();
        return row;
    }

    private RawRow read(int first) {
        StringBuilder text = new StringBuilder(lines.get(first));
        int last = first;
        while (endsInsideQuotes(text)) {
            last++;
            if (last == lines.size() || last - first == MOST_LINES) {
                next = first + 1;
                return new RawRow(first + 1L, lines.get(first), false);
            }
            text.append('\n').append(lines.get(last));
        }
        next = last + 1;
        return new RawRow(first + 1L, text.toString(), true);
    }

    private void skipEmpty() {
        while (hasNext() && lines.get(next).isBlank()) {
            next++;
        }
    }

    private boolean endsInsideQuotes(CharSequence text) {
        boolean quoted = false;
        boolean opens = true;
        for (int i = 0; i < text.length(); i++) {
            char symbol = text.charAt(i);
            if (symbol == '"') {
                // The second of two closing quotes stands for one in the text and opens again.
                boolean closes = quoted;
                quoted = !quoted && opens;
                opens = closes;
            } else if (!quoted) {
                opens = symbol == delimiter || (opens && symbol == ' ');
            }
        }
        return quoted;
    }
}
