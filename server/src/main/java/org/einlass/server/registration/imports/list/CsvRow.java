package org.einlass.server.registration.imports.list;

import java.util.List;

/**
 * One row of the file, cut into its fields.
 *
 * @param line line of the file where the row begins, from 1
 * @param fields the raw fields; none where the row could not be cut
 */
record CsvRow(long line, List<String> fields) {

    /** A row in which something stands between a closing quotation mark and the next separator. */
    static CsvRow uncut(long line) {
        return new CsvRow(line, List.of());
    }

    boolean isUncut() {
        return fields.isEmpty();
    }

    boolean isBlank() {
        return !isUncut() && fields.stream().allMatch(String::isBlank);
    }

    /** The field at that place; empty where the row ends earlier. */
    String field(int place) {
        return place < fields.size() ? fields.get(place) : "";
    }
}
