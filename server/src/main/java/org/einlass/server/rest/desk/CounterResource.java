package org.einlass.server.rest.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.counter.CounterReport;
import org.einlass.contract.counter.ExpectedGuests;
import org.einlass.contract.counter.GuestArrival;
import org.einlass.contract.counter.SentGuest;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.account.Role;
import org.einlass.server.counter.ArrivalService;
import org.einlass.server.counter.CounterService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/counters}: desks open and close theirs, kiosks ask where to send a guest. */
@Path("/events/{event}/counters")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class CounterResource {
    private static final Wording MISSING = new Wording("Dieses Feld fehlt.", "This field is missing.");

    @Inject
    private CounterService counters;

    @Inject
    private Caller caller;

    @Inject
    private ArrivalService arrivals;

    @Inject
    private BackgroundPool backgroundPool;

    /** The counter of the desk that asks; said again at least once a minute, it stays open. */
    @PUT
    @Path("/own")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.DESK)
    public CompletionStage<ExpectedGuests> report(@PathParam("event") EventId event, @Nullable CounterReport body) {
        return counters.report(event, caller.device(), RequestBody.present(body));
    }

    /** What an organiser wants of a desk's counter. */
    public record WantedCounter(@Nullable Boolean open) {}

    /** Opens or closes a desk's counter; the desk hears it with its next heartbeat. */
    @PUT
    @Path("/{desk}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> order(
            @PathParam("event") EventId event, @PathParam("desk") DeviceId desk, @Nullable WantedCounter body) {
        Boolean open = RequestBody.present(body).open();
        if (open == null) {
            throw Rejected.badValue(MISSING, "open");
        }
        return counters.order(event, desk, open)
                .thenApply(ordered -> Response.noContent().build());
    }

    /** When somebody came first, at whichever device; for the card of whoever stands at a desk. */
    @GET
    @Path("/arrivals/{registration}")
    @RolesAllowed(Role.Names.DESK)
    public CompletionStage<GuestArrival> arrival(
            @PathParam("event") EventId event, @PathParam("registration") String registration) {
        RegistrationId id = id(registration);
        return backgroundPool.run(() -> arrivals.find(event, id));
    }

    private static RegistrationId id(String registration) {
        try {
            return RegistrationId.of(registration);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemKind.UNKNOWN_REGISTRATION);
        }
    }

    /** A kiosk is about to send a guest to a counter. */
    @POST
    @Path("/guests")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.KIOSK)
    public CompletionStage<SentGuest.Place> send(@PathParam("event") EventId event, @Nullable SentGuest body) {
        return counters.send(event, caller.device(), RequestBody.present(body));
    }
}
