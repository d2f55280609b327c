package org.einlass.server.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.device.enrolment.EnrolmentDocument;
import org.einlass.server.device.enrolment.EnrolmentService;
import org.einlass.server.device.enrolment.MadeEnrolment;
import org.einlass.server.device.enrolment.WaitingDevice;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * {@code /events/{event}/enrolments}: an organiser makes codes for devices that enrol themselves, and confirms or
 * rejects those that wait.
 */
@Path("/events/{event}/enrolments")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.ORGANISER)
public class EventEnrolmentResource {
    @Inject
    private EnrolmentService enrolments;

    /** What somebody reads on the device's screen. */
    public record Confirmation(@Nullable String confirmation) {}

    /** Makes a one-time code, valid for ten minutes. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<MadeEnrolment> make(@PathParam("event") EventId event, @Nullable EnrolmentDocument body) {
        return enrolments.make(event, RequestBody.present(body));
    }

    /** Codes that are open and devices that wait, with their short codes. */
    @GET
    public List<WaitingDevice> waiting(@PathParam("event") EventId event) {
        return enrolments.waiting(event);
    }

    /** Enrols the device whose screen shows this short code. */
    @POST
    @Path("/{enrolment}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<WaitingDevice> confirm(
            @PathParam("event") EventId event, @PathParam("enrolment") String id, @Nullable Confirmation body) {
        UUID enrolment = EnrolmentIds.read(id);
        String confirmation =
                Objects.requireNonNullElse(RequestBody.present(body).confirmation(), "");
        return enrolments.confirm(event, enrolment, confirmation);
    }

    /** Rejects a device that waits, or withdraws a code. */
    @DELETE
    @Path("/{enrolment}")
    public CompletionStage<Response> reject(@PathParam("event") EventId event, @PathParam("enrolment") String id) {
        return enrolments
                .reject(event, EnrolmentIds.read(id))
                .thenApply(rejected -> Response.noContent().build());
    }
}
