package org.einlass.server.rest.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.einlass.contract.Wording;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditPage;
import org.einlass.server.audit.AuditQuery;
import org.einlass.server.audit.AuditService;
import org.einlass.server.rejection.Rejected;

/** {@code /audit}: who did what when, the newest first, page by page. */
@Path("/audit")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
public class AuditResource {
    private static final Wording NO_TIME = new Wording("Das ist kein Zeitpunkt in UTC.", "This is no moment in UTC.");
    private static final Wording LIKE =
            new Wording("Zeitpunkte sehen aus wie 2022-07-04T07:00:00Z.", "Moments look like 2022-07-04T07:00:00Z.");
    static final String BEGINNING = "1970-01-01T00:00:00Z";
    static final String END = "9999-12-31T23:59:59Z";

    @Inject
    private AuditService audit;

    /** The whole trail. Parameters that are left out mean all. */
    @GET
    public AuditPage all(
            @QueryParam("author") @DefaultValue("") String author,
            @QueryParam("action") @DefaultValue("") String action,
            @QueryParam("subject") @DefaultValue("") String subject,
            @QueryParam("from") @DefaultValue(BEGINNING) String from,
            @QueryParam("until") @DefaultValue(END) String until,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("most") @DefaultValue("100") int most) {
        AuditQuery query = AuditQuery.of("").with(author, action, subject);
        return audit.page(
                query.between(moment(from, "from"), moment(until, "until")).after(after), most);
    }

    static Instant moment(String text, String field) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Rejected.badValue(NO_TIME, LIKE, field);
        }
    }
}
