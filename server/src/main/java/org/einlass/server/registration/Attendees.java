package org.einlass.server.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.einlass.contract.registration.Attendee;

/** The people of registrations, as their table's rows hold them. */
public final class Attendees {
    private static final List<String> NAMES = List.of(
            "salutation",
            "title",
            "given_name",
            "particle",
            "family_name",
            "function",
            "organisation",
            "department",
            "badge_name",
            "pronunciation",
            "photographs");

    /** What a query names so that {@link #of} finds it. */
    public static final String COLUMNS = String.join(", ", NAMES);

    private Attendees() {}

    /** The same of registrations that the query calls {@code table}. */
    public static String columns(String table) {
        return NAMES.stream().map(name -> table + "." + name).collect(Collectors.joining(", "));
    }

    /** The person of a row that has {@link #COLUMNS}, the first of them as number {@code first}. */
    public static Attendee of(ResultSet row, int first) throws SQLException {
        return new Attendee(
                row.getString(first),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                row.getString(first + 5),
                row.getString(first + 6),
                row.getString(first + 7),
                row.getString(first + 8),
                row.getString(first + 9),
                row.getString(first + 10));
    }
}
