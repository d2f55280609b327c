package org.einlass.server.rest.limit;

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
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.journal.quota.DeviceQuota;
import org.einlass.server.journal.quota.DeviceQuotaService;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/quotas}: how much devices report, who is over that and waits, and who is blocked. */
@Path("/events/{event}/quotas")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class DeviceQuotaResource {
    @Inject
    private DeviceQuotaService quotas;

    /** How much a device may report; a figure that is left out is refused. */
    public record QuotaLimit(
            @Nullable Long entries, @Nullable Long bytes) {}

    /** The devices that have reported something or have a quota of their own. */
    @GET
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public List<DeviceQuota> all(@PathParam("event") EventId event) {
        return quotas.all(event);
    }

    /** Raises or lowers what a device may report. */
    @PUT
    @Path("/{device}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<DeviceQuota> limit(
            @PathParam("event") EventId event, @PathParam("device") DeviceId device, @Nullable QuotaLimit body) {
        QuotaLimit limit = RequestBody.present(body);
        Long entries = limit.entries();
        Long bytes = limit.bytes();
        return quotas.limit(event, device, entries == null ? 0 : entries, bytes == null ? 0 : bytes);
    }

    /** Lets in what waits: the device's quota begins anew. */
    @POST
    @Path("/{device}/release")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<DeviceQuota> release(
            @PathParam("event") EventId event, @PathParam("device") DeviceId device) {
        return quotas.release(event, device);
    }

    /** Takes no questions and no reports of a device any more; it keeps its journal. */
    @POST
    @Path("/{device}/block")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<DeviceQuota> block(@PathParam("event") EventId event, @PathParam("device") DeviceId device) {
        return quotas.block(event, device);
    }

    /** Takes them again. */
    @DELETE
    @Path("/{device}/block")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<DeviceQuota> unblock(
            @PathParam("event") EventId event, @PathParam("device") DeviceId device) {
        return quotas.unblock(event, device);
    }
}
