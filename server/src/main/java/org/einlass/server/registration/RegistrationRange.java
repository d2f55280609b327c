package org.einlass.server.registration;

import org.einlass.contract.id.RegistrationId;
import org.jdbi.v3.core.statement.Query;

/** One registration, or all of an event between two ids, in the order in which the database holds them. */
public record RegistrationRange(String first, String last) {

    public static RegistrationRange of(RegistrationId registration) {
        return new RegistrationRange(registration.toString(), registration.toString());
    }

    /**
     * Fills {@code <these>} after a column of registrations. One is asked for by its id alone: PostgreSQL
     * plans such a query once, and a range each time.
     */
    public Query fill(Query query) {
        boolean one = first.equals(last);
        return query.define("these", one ? "= :first" : "between :first and :last")
                .bind("first", first)
                .bind("last", last);
    }
}
