package org.einlass.server.rest.registration;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.erasure.DisclosureService;
import org.einlass.server.erasure.ErasureReason;
import org.einlass.server.erasure.ErasureReceipt;
import org.einlass.server.erasure.ErasureService;
import org.einlass.server.erasure.RetentionService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.problem.Languages;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/erasures} and what belongs to it: who is erased, when, and what is kept until then. */
@Path("/events/{event}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class ErasureResource {
    private static final String PDF = "application/pdf";

    @Inject
    private ErasureService erasures;

    @Inject
    private RetentionService retention;

    @Inject
    private DisclosureService disclosures;

    @Inject
    private BackgroundPool backgroundPool;

    /** Which event is meant, once more: nobody erases one by a slip. */
    public record EventErasure(@Nullable String confirm) {}

    /** The day on which all people of the event are erased; absent for none. */
    public record Retention(@Nullable LocalDate eraseOn) {}

    /** What was erased, the newest first, and where it is left. */
    @GET
    @Path("/erasures")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<List<ErasureReceipt>> receipts(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> erasures.receipts(event));
    }

    /** The same to be printed. */
    @GET
    @Path("/erasures/log.pdf")
    @Produces(PDF)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<byte[]> log(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return backgroundPool.run(() -> disclosures.log(event, erasures.receipts(event), locale));
    }

    /** Erases all people of an event that is not live. */
    @POST
    @Path("/erasures")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<ErasureReceipt> event(@PathParam("event") EventId event, @Nullable EventErasure erasure) {
        if (!event.text().equals(RequestBody.present(erasure).confirm())) {
            throw Rejected.badValue(
                    new Wording("Die Kennung ist nicht die dieser Veranstaltung.", "The id is not that of this event."),
                    new Wording(
                            "Bitte die Kennung der Veranstaltung noch einmal nennen, die gelöscht werden soll.",
                            "Repeat the id of the event that is to be erased."),
                    "confirm");
        }
        return backgroundPool.run(() -> erasures.event(event, ErasureReason.REQUESTED));
    }

    /** The day on which all people are erased. */
    @GET
    @Path("/retention")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<Retention> retention(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> new Retention(retention.day(event).orElse(null)));
    }

    /** Sets that day, or takes it away. */
    @PUT
    @Path("/retention")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Retention> setRetention(@PathParam("event") EventId event, @Nullable Retention wanted) {
        LocalDate day = RequestBody.present(wanted).eraseOn();
        return backgroundPool.run(() -> {
            retention.set(event, day);
            return new Retention(day);
        });
    }
}
