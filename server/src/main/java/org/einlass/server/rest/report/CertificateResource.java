package org.einlass.server.rest.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
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
import org.einlass.server.report.certificate.CertificateBatch;
import org.einlass.server.report.certificate.CertificateBatches;
import org.einlass.server.report.certificate.CertificateDesignService;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.problem.Languages;

/** {@code /events/{event}/certificates}: certificates of attendance, and the key that verifies them. */
@Path("/events/{event}/certificates")
@Dependent
public class CertificateResource {
    @Inject
    private AttendanceCertificateService certificates;

    @Inject
    private CertificateDesignService designs;

    @Inject
    private CertificateBatches batches;

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

    /** A page that verifies them in any browser, without server and network; to be published and kept. */
    @GET
    @Path("/verify.html")
    @Produces("text/html;charset=UTF-8")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<Response> verifyingPage(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return backgroundPool.run(() -> Response.ok(certificates.verifyingPage(event, locale))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"verify.html\"")
                .build());
    }

    /** Begins with the certificates of all who came, a PDF for each organisation. */
    @POST
    @Path("/batches")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<CertificateBatch> begin(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return backgroundPool.run(() -> {
            audit.reads(AuditAction.EXPORTED, event.text(), "certificates.zip");
            return batches.begin(event, locale);
        });
    }

    /** How far the newest batch is, as a list of one; an empty one where none was begun. */
    @GET
    @Path("/batches")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<List<CertificateBatch>> progress(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> {
            certificates.checkKnown(event);
            return batches.current(event).stream().toList();
        });
    }

    /** The certificates of a batch that is done. */
    @GET
    @Path("/batches/{batch}/certificates.zip")
    @Produces("application/zip")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<InputStream> zip(@PathParam("event") EventId event, @PathParam("batch") String batch) {
        return backgroundPool.run(() -> {
            certificates.checkKnown(event);
            audit.reads(AuditAction.EXPORTED, event.text(), "certificates.zip");
            return batches.file(event, batch);
        });
    }

    /** Notes that somebody consented that their sessions stand on their certificate. */
    @PUT
    @Path("/{registration}/consent")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.DESK})
    public CompletionStage<Response> consent(
            @PathParam("event") EventId event, @PathParam("registration") String registration) {
        return consent(event, registration, true);
    }

    /** Notes that somebody no longer does. */
    @DELETE
    @Path("/{registration}/consent")
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.DESK})
    public CompletionStage<Response> noConsent(
            @PathParam("event") EventId event, @PathParam("registration") String registration) {
        return consent(event, registration, false);
    }

    private CompletionStage<Response> consent(EventId event, String registration, boolean given) {
        RegistrationId id = id(registration);
        return backgroundPool.run(() -> {
            designs.consent(event, List.of(id), given);
            return Response.noContent().build();
        });
    }
}
