package org.einlass.server.rest.live;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.live.AwaitedGuest;
import org.einlass.server.live.AwaitedGuestService;
import org.einlass.server.presence.hand.LetInService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/awaited}: who is awaited by name, who of them is here, and who is let in by hand. */
@Path("/events/{event}/awaited")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class AwaitedResource {
    @Inject
    private AwaitedGuestService guests;

    @Inject
    private LetInService letIns;

    @Inject
    private AuditService audit;

    @Inject
    private Caller caller;

    @Inject
    private BackgroundPool backgroundPool;

    /** A number. */
    public record Phone(@Nullable String phone) {

        /** Without the number. */
        @Override
        public String toString() {
            return "phone";
        }
    }

    /** By which door; the main entrance where nothing is said. */
    public record Arrival(@Nullable DoorId door) {}

    /** The entry that says so, by which it is undone. */
    public record Noted(EntryId entry) {}

    /** Whether somebody accompanies a guest. */
    public record Company(@Nullable Boolean accompanied) {}

    /** Speakers and guests of the protocol; numbers for organisers and desks only. */
    @GET
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR, Role.Names.DESK})
    public CompletionStage<List<AwaitedGuest>> all(@PathParam("event") EventId event) {
        boolean phones =
                caller.account().filter(who -> who.role() != Role.AUDITOR).isPresent();
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.REGISTRATIONS_READ, event.text(), "awaited");
            return guests.read(event, phones);
        });
    }

    /** Somebody is here, though no device has scanned anything. */
    @POST
    @Path("/{registration}/arrival")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Noted> arrived(
            @PathParam("event") EventId event, @PathParam("registration") String id, @Nullable Arrival body) {
        return letIns.letIn(event, person(id), RequestBody.present(body).door()).thenApply(Noted::new);
    }

    /** It was a mistake. */
    @DELETE
    @Path("/arrivals/{entry}")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Noted> undo(@PathParam("event") EventId event, @PathParam("entry") String entry) {
        return letIns.undo(event, entry(entry)).thenApply(Noted::new);
    }

    private static RegistrationId person(String text) {
        try {
            return RegistrationId.of(text);
        } catch (IllegalArgumentException e) {
            throw Rejected.because(RejectionReason.UNKNOWN_REGISTRATION);
        }
    }

    private static EntryId entry(String text) {
        try {
            return EntryId.of(text);
        } catch (IllegalArgumentException e) {
            throw Rejected.because(RejectionReason.UNKNOWN_ENTRY);
        }
    }

    /** Under which number somebody is reached; an empty text takes it away. */
    @PUT
    @Path("/{registration}/phone")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<RegistrationId> phone(
            @PathParam("event") EventId event, @PathParam("registration") String id, @Nullable Phone body) {
        return guests.setPhone(
                event,
                person(id),
                Objects.requireNonNullElse(RequestBody.present(body).phone(), ""));
    }

    /** Somebody accompanies a guest of the protocol, or no longer does. */
    @PUT
    @Path("/{registration}/company")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<RegistrationId> company(
            @PathParam("event") EventId event, @PathParam("registration") String id, @Nullable Company body) {
        boolean accompanied = Boolean.TRUE.equals(RequestBody.present(body).accompanied());
        return guests.accompany(
                event, person(id), accompanied, caller.signedIn().name());
    }
}
