package org.einlass.server.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.registration.RegistrationPage;
import org.einlass.server.registration.RegistrationService;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/registrations}: who is registered, page by page. */
@Path("/events/{event}/registrations")
@Dependent
public class RegistrationResource {
    @Inject
    private RegistrationService registrations;

    @Inject
    private AuditService audit;

    /**
     * One page in the order of ids.
     *
     * @param after the cursor that the page before named
     * @param key only the registration with this key of the organiser's
     * @param most 1 to 500 registrations
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public RegistrationPage page(
            @PathParam("event") EventId event,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("key") @Nullable String key,
            @QueryParam("most") @DefaultValue("100") int most) {
        audit.reads(AuditAction.REGISTRATIONS_READ, event.text(), after);
        return registrations.page(event, after, key, most);
    }
}
