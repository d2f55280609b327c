package org.einlass.reports.list;

import java.time.Instant;

/** What stands in a cell of a list as a spreadsheet gets it: typed, so that it can be sorted, filtered and summed up. */
public sealed interface TableValue {

    /** Words; never a number, a date or a formula, whatever they look like. */
    record Text(String text) implements TableValue {}

    /** How many, or which number of several. */
    record Count(long number) implements TableValue {}

    /** When; a spreadsheet shows it as the clocks of the event did. */
    record Moment(Instant at) implements TableValue {}

    /** An empty cell. */
    record Nothing() implements TableValue {}

    static TableValue of(String text) {
        return text.isEmpty() ? nothing() : new Text(text);
    }

    static TableValue of(long number) {
        return new Count(number);
    }

    static TableValue of(Instant at) {
        return new Moment(at);
    }

    static TableValue nothing() {
        return new Nothing();
    }
}
