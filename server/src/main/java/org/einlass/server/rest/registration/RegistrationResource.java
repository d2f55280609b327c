package org.einlass.server.rest.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Accreditation;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.registration.Sector;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.RegistrationPage;
import org.einlass.server.registration.RegistrationService;
import org.einlass.server.registration.change.RegistrationChangeService;
import org.einlass.server.registration.detail.RegistrationDetails;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/registrations}: who is registered, page by page. */
@Path("/events/{event}/registrations")
@Dependent
public class RegistrationResource {
    @Inject
    private RegistrationService registrations;

    @Inject
    private RegistrationChangeService people;

    @Inject
    private BackgroundPool backgroundPool;

    @Inject
    private Caller caller;

    @Inject
    private AuditService audit;

    /**
     * One page in the order of ids.
     *
     * @param after the cursor that the page before named
     * @param most 1 to 500 registrations
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<RegistrationPage> page(
            @PathParam("event") EventId event,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("most") @DefaultValue("100") int most) {
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.REGISTRATIONS_READ, event.text(), after);
            return registrations.page(event, after, null, most);
        });
    }

    /** Registers somebody who came without a registration. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.DESK})
    public CompletionStage<Response> walkIn(@PathParam("event") EventId event, @Nullable WalkIn body) {
        RegistrationFields fields = RequestBody.present(body).fields();
        String by = caller.signedIn().name();
        return backgroundPool.run(() -> RegistrationChangeResource.answer(people.walkIn(event, fields, by)));
    }

    /**
     * Somebody who comes without a registration.
     *
     * @param days none means every day
     */
    public record WalkIn(
            @Nullable Attendee attendee,
            @Nullable CategoryId category,
            @Nullable Sector sector,
            @Nullable String federalState,
            @Nullable Set<ProgrammeId> programmes,
            @Nullable Set<LocalDate> days,
            @Nullable Set<SessionId> bookings,
            @Nullable RegistrationDetails details) {

        RegistrationFields fields() {
            if (attendee == null) {
                throw Rejected.badValue(new Wording("Die Person fehlt.", "The attendee is missing."), "attendee");
            }
            if (category == null) {
                throw Rejected.badValue(new Wording("Die Kategorie fehlt.", "The category is missing."), "category");
            }
            return new RegistrationFields(
                    standing(),
                    attendee,
                    category,
                    sector,
                    Objects.requireNonNullElse(federalState, ""),
                    Objects.requireNonNullElse(programmes, Set.of()),
                    Objects.requireNonNullElse(days, Set.of()),
                    Objects.requireNonNullElse(bookings, Set.of()),
                    Objects.requireNonNullElse(details, RegistrationDetails.NONE));
        }

        /** Whoever is still to be accredited has no place yet. */
        private RegistrationStatus standing() {
            Accreditation accreditation = details == null ? null : details.accreditation();
            return accreditation == null ? RegistrationStatus.CONFIRMED : accreditation.status();
        }

        /** Without the person. */
        @Override
        public String toString() {
            return "walk-in";
        }
    }
}
