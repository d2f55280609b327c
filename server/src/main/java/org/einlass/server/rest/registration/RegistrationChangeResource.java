package org.einlass.server.rest.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.change.RegistrationChangeService;
import org.einlass.server.registration.change.RegistrationEdit;
import org.einlass.server.registration.history.PastChange;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.ExpectedVersion;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/registrations/{registration}}: one registration, and what is done online to it. */
@Path("/events/{event}/registrations/{registration}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationChangeResource {

    @Inject
    private AuditService audit;

    @Inject
    private RegistrationChangeService people;

    @Inject
    private BackgroundPool backgroundPool;

    @Inject
    private Caller caller;

    /** The registration; its {@code ETag} is its version. */
    @GET
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.DESK, Role.Names.AUDITOR})
    public CompletionStage<Response> read(
            @PathParam("event") EventId event, @PathParam("registration") String registration) {
        RegistrationId id = id(registration);
        boolean onDuty = caller.signedIn().role() != Role.AUDITOR;
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.REGISTRATION_READ, event.text(), id.toString());
            Registration read = people.read(event, id);
            return answer(onDuty ? read : read.forOthersThanStaff());
        });
    }

    /** What was done to it online, the newest first. */
    @GET
    @Path("/history")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.DESK, Role.Names.AUDITOR})
    public CompletionStage<List<PastChange>> history(
            @PathParam("event") EventId event, @PathParam("registration") String registration) {
        RegistrationId id = id(registration);
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.REGISTRATION_READ, event.text(), id.toString());
            return people.history(event, id);
        });
    }

    /**
     * Corrects, cancels, blocks or confirms it; what the body leaves out stays. With {@code If-Match} only
     * unchanged.
     */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.DESK})
    public CompletionStage<Response> change(
            @PathParam("event") EventId event,
            @PathParam("registration") String registration,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            @Nullable RegistrationEdit edit) {
        RegistrationId id = id(registration);
        Long version = ExpectedVersion.of(seen);
        RegistrationEdit asked = RequestBody.present(edit);
        String by = caller.signedIn().name();
        return backgroundPool.run(() -> answer(people.change(event, id, asked, version, by)));
    }

    /** Deletes somebody who was never at a door or a desk. */
    @DELETE
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> delete(
            @PathParam("event") EventId event, @PathParam("registration") String registration) {
        RegistrationId id = id(registration);
        return backgroundPool.run(() -> {
            people.delete(event, id);
            return Response.noContent().build();
        });
    }

    /** A new ticket code; the old one is refused from now on. */
    @POST
    @Path("/ticket-code")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.DESK})
    public CompletionStage<Response> reissue(
            @PathParam("event") EventId event, @PathParam("registration") String registration) {
        RegistrationId id = id(registration);
        String by = caller.signedIn().name();
        return backgroundPool.run(() -> answer(people.reissueTicket(event, id, by)));
    }

    /** Somebody else comes instead: answers with their registration. */
    @POST
    @Path("/substitution")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.DESK})
    public CompletionStage<Response> substitute(
            @PathParam("event") EventId event,
            @PathParam("registration") String registration,
            @Nullable Attendee attendee) {
        RegistrationId id = id(registration);
        Attendee heir = RequestBody.present(attendee);
        String by = caller.signedIn().name();
        return backgroundPool.run(() -> answer(people.substitute(event, id, heir, by)));
    }

    /**
     * Undoes the substitution by which this registration came to be: answers with the one that has its place
     * back.
     */
    @DELETE
    @Path("/substitution")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.DESK})
    public CompletionStage<Response> undoSubstitution(
            @PathParam("event") EventId event, @PathParam("registration") String registration) {
        RegistrationId id = id(registration);
        String by = caller.signedIn().name();
        return backgroundPool.run(() -> answer(people.undoSubstitution(event, id, by)));
    }

    static Response answer(Registration registration) {
        return Response.ok(registration)
                .tag(Long.toString(registration.version()))
                .build();
    }

    static RegistrationId id(String text) {
        try {
            return RegistrationId.of(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemKind.UNKNOWN_REGISTRATION);
        }
    }
}
