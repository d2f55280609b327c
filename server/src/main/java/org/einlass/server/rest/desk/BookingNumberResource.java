package org.einlass.server.rest.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.code.Code;
import org.einlass.contract.counter.TypedBooking;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.Problem;
import org.einlass.server.account.Role;
import org.einlass.server.journal.quota.DeviceQuotaService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.einlass.server.rest.problem.RequestBody;
import org.einlass.server.scan.BookingNumberService;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/booking-numbers}: a guest without a code types booking number and family name. */
@Path("/events/{event}/booking-numbers")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BookingNumberResource {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    private BookingNumberService bookingNumbers;

    @Inject
    private DeviceQuotaService quotas;

    @Inject
    private Caller caller;

    /**
     * The ticket of a right pair, which the device scans as if it had read it; nothing for a wrong one, after too
     * many wrong ones, and where the event does not allow it: then the guest goes to a counter.
     */
    @POST
    @RolesAllowed(Role.Names.KIOSK)
    public CompletionStage<TypedBooking.Ticket> ticket(@PathParam("event") EventId event, @Nullable TypedBooking body) {
        TypedBooking typed = RequestBody.present(body);
        DeviceId device = caller.device();
        if (quotas.verdict(event, device, 0) == DeviceQuotaService.Verdict.BLOCKED) {
            throw ProblemException.of(ProblemKind.DEVICE_BLOCKED)
                    .about(Problem.device(event, device))
                    .again(PATIENCE);
        }
        return bookingNumbers
                .ticket(event, device, checked(typed.number(), "number"), checked(typed.familyName(), "familyName"))
                .thenApply(
                        found -> new TypedBooking.Ticket(found.map(Code::text).orElse(null)));
    }

    private static String checked(@Nullable String text, String field) {
        if (text == null || text.isBlank() || text.length() > TypedBooking.LONGEST) {
            throw Rejected.badValue(
                    new Wording("Hier fehlt etwas, oder es ist zu lang.", "Something is missing here, or too long."),
                    field);
        }
        return text;
    }
}
