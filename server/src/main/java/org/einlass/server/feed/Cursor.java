package org.einlass.server.feed;

import java.util.Optional;

/**
 * How far a reader has read: a number means nothing without the incarnation of the database that gave it.
 *
 * @param incarnation random, new after each restore
 * @param number of the last change that was read; 0 before the first
 */
public record Cursor(String incarnation, long number) {

    /** Reads what {@link #toString} wrote; empty where it is no cursor. */
    public static Optional<Cursor> parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 1 || !text.substring(dot + 1).matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new Cursor(text.substring(0, dot), Long.parseLong(text.substring(dot + 1))));
    }

    @Override
    public String toString() {
        return incarnation + "." + number;
    }
}
