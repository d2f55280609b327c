package org.einlass.server.rest.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.report.certificate.CertificateDesignService;
import org.einlass.server.report.certificate.CertificateDesignState;
import org.einlass.server.report.certificate.CertificateImageKind;
import org.einlass.server.report.certificate.CertificateSettings;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.problem.Languages;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/certificates/design}: what an organiser adds to certificates of attendance. */
@Path("/events/{event}/certificates/design")
@Dependent
public class CertificateDesignResource {
    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";

    @Inject
    private CertificateDesignService designs;

    @Inject
    private BackgroundPool backgroundPool;

    /** What is asked for; whatever is absent is empty. */
    public record DesignRequest(
            @Nullable Wording text,
            @Nullable String signatory,
            @Nullable Boolean sessions) {
        CertificateSettings settings() {
            return new CertificateSettings(
                    Objects.requireNonNullElse(text, Wording.same("")),
                    Objects.requireNonNullElse(signatory, ""),
                    Boolean.TRUE.equals(sessions));
        }
    }

    /** What is added now. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
    public CompletionStage<CertificateDesignState> current(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> designs.current(event));
    }

    /** Text, signatory, and whether sessions are named; the pictures stay. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<CertificateDesignState> save(
            @PathParam("event") EventId event, @Nullable DesignRequest body) {
        CertificateSettings settings = RequestBody.present(body).settings();
        return backgroundPool.run(() -> designs.save(event, settings));
    }

    /** The logo at the top right. */
    @PUT
    @Path("/logo")
    @Consumes({PNG, JPEG})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<CertificateDesignState> logo(@PathParam("event") EventId event, byte @Nullable [] picture) {
        return picture(event, CertificateImageKind.LOGO, picture);
    }

    @DELETE
    @Path("/logo")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<CertificateDesignState> noLogo(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> designs.picture(event, CertificateImageKind.LOGO, null));
    }

    /** The picture of a signature. */
    @PUT
    @Path("/signature")
    @Consumes({PNG, JPEG})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<CertificateDesignState> signature(
            @PathParam("event") EventId event, byte @Nullable [] picture) {
        return picture(event, CertificateImageKind.SIGNATURE, picture);
    }

    @DELETE
    @Path("/signature")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<CertificateDesignState> noSignature(@PathParam("event") EventId event) {
        return backgroundPool.run(() -> designs.picture(event, CertificateImageKind.SIGNATURE, null));
    }

    private CompletionStage<CertificateDesignState> picture(
            EventId event, CertificateImageKind kind, byte @Nullable [] picture) {
        byte[] sent = RequestBody.present(picture);
        return backgroundPool.run(() -> designs.picture(event, kind, sent));
    }

    /** A certificate of somebody invented, as the others will look. */
    @GET
    @Path("/preview.pdf")
    @Produces("application/pdf")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<byte[]> preview(@PathParam("event") EventId event, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        return backgroundPool.run(() -> designs.preview(event, locale));
    }
}
