package org.einlass.server.rest.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.registration.RegistrationPage;
import org.einlass.server.registration.RegistrationService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * {@code /events/{event}/registrations/by-key}: finds somebody by the organiser's own key, which may be a mail
 * address or a number of staff and therefore never stands in an address.
 */
@Path("/events/{event}/registrations/by-key")
@Dependent
public class KeySearchResource {
    @Inject
    private AuditService audit;

    @Inject
    private RegistrationService registrations;

    @Inject
    private BackgroundPool backgroundPool;

    /** The key as the list had it. */
    public record KeyQuery(@Nullable String key) {

        /** Without the key. */
        @Override
        public String toString() {
            return "a key";
        }
    }

    /** The registration with that key, or none. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<RegistrationPage> find(@PathParam("event") EventId event, @Nullable KeyQuery query) {
        String key = RequestBody.present(query).key();
        if (key == null || key.isBlank()) {
            throw Rejected.badValue(new Wording("Der Schlüssel fehlt.", "The key is missing."), "key");
        }
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.REGISTRATIONS_READ, event.text(), "");
            return registrations.page(event, "", key, 1);
        });
    }
}
