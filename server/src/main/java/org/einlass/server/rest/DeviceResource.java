package org.einlass.server.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.WipeState;
import org.einlass.server.account.Role;
import org.einlass.server.device.AssignedDoors;
import org.einlass.server.device.DeviceConfirmation;
import org.einlass.server.device.DeviceDocument;
import org.einlass.server.device.DeviceMessageService;
import org.einlass.server.device.DeviceService;
import org.einlass.server.device.DeviceState;
import org.einlass.server.device.DoorAssignmentService;
import org.einlass.server.device.Enrolled;
import org.einlass.server.device.SentMessage;
import org.einlass.server.rest.problem.ExpectedVersion;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * {@code /events/{event}/devices}: the devices of an event, how each gets its token, and loses it, or all it holds, and
 * how they are trusted again after the server was restored.
 */
@Path("/events/{event}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class DeviceResource {
    @Inject
    private DeviceService devices;

    @Inject
    private DoorAssignmentService doorAssignments;

    @Inject
    private DeviceMessageService messages;

    /**
     * A message to the teams at devices.
     *
     * @param text one line, at most 140 characters
     * @param devices who is told; absent for all devices that are not revoked
     */
    public record NewMessage(
            @Nullable String text, @Nullable List<DeviceId> devices) {}

    /** All devices, and how they are. */
    @GET
    @Path("/devices")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public List<DeviceState> all(@PathParam("event") EventId event) {
        return devices.all(event);
    }

    /** Enrols a device and answers its token, this once. Enrolled again it gets a new token. */
    @PUT
    @Path("/devices/{device}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Enrolled> enrol(
            @PathParam("event") EventId event, @PathParam("device") DeviceId device, @Nullable DeviceDocument body) {
        return devices.enrol(event, device, RequestBody.present(body));
    }

    /** Where the device may scan, now and before; its {@code ETag} is the device's version. */
    @GET
    @Path("/devices/{device}/doors")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public Response doors(@PathParam("event") EventId event, @PathParam("device") DeviceId device) {
        return tagged(doorAssignments.find(event, device));
    }

    /** Assigns the device's doors anew; it need not be enrolled again. With {@code If-Match} only unchanged. */
    @PUT
    @Path("/devices/{device}/doors")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> assign(
            @PathParam("event") EventId event,
            @PathParam("device") DeviceId device,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            AssignedDoors.@Nullable Change body) {
        return doorAssignments
                .assign(event, device, RequestBody.present(body), ExpectedVersion.of(seen))
                .thenApply(DeviceResource::tagged);
    }

    private static Response tagged(AssignedDoors assigned) {
        return Response.ok(assigned).tag(Long.toString(assigned.version())).build();
    }

    /** Revokes the device's token, from the next request on. What it has reported stays. */
    @DELETE
    @Path("/devices/{device}")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> revoke(@PathParam("event") EventId event, @PathParam("device") DeviceId device) {
        return devices.revoke(event, device)
                .thenApply(revoked -> Response.noContent().build());
    }

    /** Trusts devices again that wait because the server was restored; answers those that waited. */
    @POST
    @Path("/device-confirmations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<List<DeviceId>> confirm(
            @PathParam("event") EventId event, @Nullable DeviceConfirmation body) {
        return devices.confirm(event, RequestBody.present(body));
    }

    /** Orders a device to destroy all it holds but its journal. Ordered again it is the same order. */
    @POST
    @Path("/devices/{device}/wipe")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<WipeState> order(@PathParam("event") EventId event, @PathParam("device") DeviceId device) {
        return devices.orderWipe(event, device);
    }

    /** All messages to devices that hold, and since when their devices show them. */
    @GET
    @Path("/messages")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public List<SentMessage> messages(@PathParam("event") EventId event) {
        return messages.all(event);
    }

    /** Tells the teams at devices something, in place of what they were told before. */
    @POST
    @Path("/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<List<SentMessage>> send(@PathParam("event") EventId event, @Nullable NewMessage body) {
        NewMessage message = RequestBody.present(body);
        return messages.send(event, message.devices(), message.text());
    }

    /** Takes back what the team at a device is told. */
    @DELETE
    @Path("/messages/{device}")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> takeBack(@PathParam("event") EventId event, @PathParam("device") DeviceId device) {
        return messages.takeBack(event, device, null)
                .thenApply(taken -> Response.noContent().build());
    }
}
