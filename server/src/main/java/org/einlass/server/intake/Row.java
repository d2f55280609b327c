package org.einlass.server.intake;

import java.util.Map;

/**
 * One row of a registration list, taken apart; cells are free of blanks at the ends.
 *
 * @param line where it begins in the file, from 1
 */
record Row(long line, Map<Column, String> cells) {

    Row {
        cells = Map.copyOf(cells);
    }

    /** The cell's text, or empty where the list has no such column. */
    String get(Column column) {
        return cells.getOrDefault(column, "");
    }
}
