package org.einlass.server.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.enrolment.EnrolmentRequest;
import org.einlass.contract.enrolment.EnrolmentStatus;
import org.einlass.contract.enrolment.NonceOpening;
import org.einlass.contract.enrolment.TokenGrant;
import org.einlass.contract.enrolment.TokenNonce;
import org.einlass.contract.enrolment.TokenRequest;
import org.einlass.server.account.KnownTokens;
import org.einlass.server.account.Token;
import org.einlass.server.device.enrolment.DeviceTokenService;
import org.einlass.server.device.enrolment.RedemptionService;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * {@code /enrolments}: a device that nobody knows yet asks to be enrolled by its one-time code, and gets its tokens
 * for proving its key.
 */
@Path("/enrolments")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentResource {
    @Inject
    private RedemptionService redemptions;

    @Inject
    private DeviceTokenService tokens;

    @Inject
    private KnownTokens knownTokens;

    /** Redeems a one-time code with the device's public key; answers the server's nonce. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<EnrolmentStatus> redeem(
            @Nullable EnrolmentRequest body, @Context HttpServletRequest request) {
        EnrolmentRequest said = RequestBody.present(body);
        return redemptions.redeem(
                text(said.code()), text(said.publicKey()), text(said.commitment()), request.getRemoteAddr());
    }

    /** Tells the device's nonce; from then on it is pending. */
    @POST
    @Path("/{enrolment}/nonce")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<EnrolmentStatus> open(@PathParam("enrolment") String id, @Nullable NonceOpening body) {
        return redemptions.open(
                EnrolmentIds.read(id), text(RequestBody.present(body).nonce()));
    }

    /** How it stands. */
    @GET
    @Path("/{enrolment}")
    @PermitAll
    public EnrolmentStatus status(@PathParam("enrolment") String id) {
        return redemptions.status(EnrolmentIds.read(id));
    }

    /** What the device is to sign for its next token. */
    @POST
    @Path("/{enrolment}/challenge")
    @PermitAll
    public CompletionStage<TokenNonce> challenge(@PathParam("enrolment") String id) {
        return tokens.challenge(EnrolmentIds.read(id));
    }

    /** Gives the device its next token for a signed challenge. */
    @POST
    @Path("/{enrolment}/token")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<TokenGrant> renew(@PathParam("enrolment") String id, @Nullable TokenRequest body) {
        UUID enrolment = EnrolmentIds.read(id);
        TokenRequest said = RequestBody.present(body);
        return tokens.renew(enrolment, text(said.nonce()), text(said.signature()), said.token())
                .whenComplete((grant, failed) -> {
                    if (grant != null) {
                        knownTokens.gave(new Token(grant.token()), KnownTokens.Holder.DEVICE);
                    }
                });
    }

    private static String text(@Nullable String said) {
        return Objects.requireNonNullElse(said, "");
    }
}
