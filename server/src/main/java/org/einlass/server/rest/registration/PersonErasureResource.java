package org.einlass.server.rest.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.erasure.Disclosure;
import org.einlass.server.erasure.DisclosureService;
import org.einlass.server.erasure.ErasureReceipt;
import org.einlass.server.erasure.ErasureService;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.problem.Languages;

/** {@code /events/{event}/registrations/{registration}}: what is kept of one person, and its erasure. */
@Path("/events/{event}/registrations/{registration}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class PersonErasureResource {
    private static final String PDF = "application/pdf";

    @Inject
    private ErasureService erasures;

    @Inject
    private DisclosureService disclosures;

    @Inject
    private AuditService audit;

    @Inject
    private BackgroundPool backgroundPool;

    /** Erases one person, and answers with the places that are not yet reached. */
    @POST
    @Path("/erasure")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<ErasureReceipt> person(
            @PathParam("event") EventId event, @PathParam("registration") String registration) {
        RegistrationId id = RegistrationChangeResource.id(registration);
        return backgroundPool.run(() -> erasures.person(event, id));
    }

    /** Everything that is kept of one person. */
    @GET
    @Path("/disclosure")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Disclosure> disclosure(
            @PathParam("event") EventId event, @PathParam("registration") String registration) {
        RegistrationId id = RegistrationChangeResource.id(registration);
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.REGISTRATION_DISCLOSED, event.text(), id.toString());
            return disclosures.of(event, id);
        });
    }

    /** The same to be printed. */
    @GET
    @Path("/disclosure.pdf")
    @Produces(PDF)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<byte[]> disclosurePdf(
            @PathParam("event") EventId event,
            @PathParam("registration") String registration,
            @Context HttpHeaders headers) {
        RegistrationId id = RegistrationChangeResource.id(registration);
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.REGISTRATION_DISCLOSED, event.text(), id.toString());
            return disclosures.pdf(event, id, locale);
        });
    }
}
