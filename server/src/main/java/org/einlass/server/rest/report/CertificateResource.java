package org.einlass.server.rest.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.einlass.server.report.certificate.AttendanceCertificateService;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.problem.Languages;

/** {@code /events/{event}/certificates}: certificates of attendance, and the key that verifies them. */
@Path("/events/{event}/certificates")
@Dependent
public class CertificateResource {
    @Inject
    private AttendanceCertificateService certificates;

    @Inject
    private AuditService audit;

    @Inject
    private BackgroundPool backgroundPool;

    /** Of all who came, by organisation and name. */
    @GET
    @Path("/all.pdf")
    @Produces("application/pdf")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<byte[]> all(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), "certificates.pdf");
            return certificates.pdf(event, locale);
        });
    }

    /** Of one person. */
    @GET
    @Path("/{registration}/certificate.pdf")
    @Produces("application/pdf")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.DESK})
    public CompletionStage<byte[]> one(
            @PathParam("event") EventId event,
            @PathParam("registration") String registration,
            @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        RegistrationId id = id(registration);
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), "certificate " + id);
            return certificates.pdf(event, id, locale);
        });
    }

    private static RegistrationId id(String text) {
        try {
            return RegistrationId.of(text);
        } catch (IllegalArgumentException e) {
            throw Rejected.because(RejectionReason.UNKNOWN_REGISTRATION);
        }
    }

    /** What verifies the certificates, to be published. */
    @GET
    @Path("/key.pem")
    @Produces("application/x-pem-file")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<String> key(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> certificates.publicKey(event));
    }
}
