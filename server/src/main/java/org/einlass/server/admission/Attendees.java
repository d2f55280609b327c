package org.einlass.server.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.einlass.contract.registration.Attendee;

/** The people of registrations, as their table's rows hold them. */
public final class Attendees {
    /** What a query names so that {@link #of} finds it. */
    public static final String COLUMNS = """
            salutation, title, given_name, particle, family_name, function, organisation, department, badge_name,
            pronunciation
            """;

    private Attendees() {}

    /** The person of a row that has {@link #COLUMNS}. */
    public static Attendee of(ResultSet row) throws SQLException {
        return new Attendee(
                row.getString("salutation"),
                row.getString("title"),
                row.getString("given_name"),
                row.getString("particle"),
                row.getString("family_name"),
                row.getString("function"),
                row.getString("organisation"),
                row.getString("department"),
                row.getString("badge_name"),
                row.getString("pronunciation"));
    }
}
