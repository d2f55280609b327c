package org.einlass.server.database;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Collection;

/** Rows of text as one JSON array of arrays: how a list of any length travels as one parameter. */
final class JsonRows {
    private JsonRows() {}

    static String of(Collection<String[]> rows) {
        StringBuilder json = new StringBuilder(64 * rows.size()).append('[');
        for (String[] row : rows) {
            json.append(json.length() == 1 ? "[" : ",[");
            for (int column = 0; column < row.length; column++) {
                json.append(column == 0 ? "\"" : ",\"");
                JsonStringEncoder.getInstance().quoteAsString(row[column], json);
                json.append('"');
            }
            json.append(']');
        }
        return json.append(']').toString();
    }
}
