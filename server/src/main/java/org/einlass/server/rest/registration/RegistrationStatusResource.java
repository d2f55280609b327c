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
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.server.account.Role;
import org.einlass.server.registration.change.RegistrationChangeService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/registrations/status}: many registrations at once. */
@Path("/events/{event}/registrations/status")
@Dependent
public class RegistrationStatusResource {
    @Inject
    private RegistrationChangeService people;

    @Inject
    private BackgroundPool backgroundPool;

    @Inject
    private Caller caller;

    /** Gives up to 500 registrations another standing; answers how many had another one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Changed> changeAll(@PathParam("event") EventId event, @Nullable StatusForAll body) {
        StatusForAll asked = RequestBody.present(body);
        String by = caller.signedIn().name();
        return backgroundPool.run(() -> new Changed(people.changeAll(event, asked.ids(), asked.checkedStatus(), by)));
    }

    /** How many registrations were changed. */
    public record Changed(int changed) {}

    /**
     * Registrations that are to have the same standing.
     *
     * @param registrations their ids, at most 500
     */
    public record StatusForAll(
            @Nullable List<String> registrations, @Nullable RegistrationStatus status) {
        private static final int MOST = 500;

        List<RegistrationId> ids() {
            List<String> texts = Objects.requireNonNullElse(registrations, List.of());
            if (texts.isEmpty() || texts.size() > MOST) {
                throw Rejected.badValue(
                        new Wording("Es sind 1 bis 500 Anmeldungen zu nennen.", "Name 1 to 500 registrations."),
                        "registrations");
            }
            return texts.stream().map(RegistrationChangeResource::id).toList();
        }

        RegistrationStatus checkedStatus() {
            if (status == null) {
                throw Rejected.badValue(new Wording("Der Status fehlt.", "The status is missing."), "status");
            }
            return status;
        }
    }
}
