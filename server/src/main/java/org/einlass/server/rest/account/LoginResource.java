package org.einlass.server.rest.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.einlass.contract.Wording;
import org.einlass.server.account.KnownTokens;
import org.einlass.server.account.LoginSurface;
import org.einlass.server.account.Person;
import org.einlass.server.account.Role;
import org.einlass.server.account.Token;
import org.einlass.server.account.login.SignInRefusal;
import org.einlass.server.account.login.SignInResult;
import org.einlass.server.account.login.SignInService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rest.BackgroundPool;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.einlass.server.rest.problem.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * {@code /login}: people sign in by name and password for a bearer token of 12 hours at most, and out again.
 */
@Path("/login")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {
    private static final int SCHEME = "Bearer ".length();
    private static final Wording MISSING = new Wording("Hier fehlt ein Wert.", "A value is missing here.");

    @Inject
    private SignInService signIn;

    @Inject
    private KnownTokens knownTokens;

    @Inject
    private BackgroundPool pool;

    @Inject
    private Caller caller;

    /** Name and password, and a code of the authenticator app where one is set up. */
    public record Credentials(
            @Nullable String name,
            @Nullable String password,
            @Nullable String code) {
        @Override
        public String toString() {
            return "credentials";
        }
    }

    /** The first organiser's choice, with the secret that stands in the link behind the #. */
    public record FirstOrganiser(
            @Nullable String secret,
            @Nullable String name,
            @Nullable String password) {
        @Override
        public String toString() {
            return "first organiser";
        }
    }

    /** What an invited person chose, with the secret that stands in the link behind the #. */
    public record Accepted(
            @Nullable String secret, @Nullable String password) {
        @Override
        public String toString() {
            return "accepted invitation";
        }
    }

    /** A login that has begun; {@code token} is for the header {@code Authorization}, told this once. */
    public record Opened(String token, Instant ends, Person person) {
        @Override
        public String toString() {
            return "login of " + person.id();
        }
    }

    /** Signs in. Thirty minutes without a request end it early. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Opened> signIn(@Nullable Credentials body, @Context HttpServletRequest request) {
        Credentials said = RequestBody.present(body);
        String name = present(said.name(), "name");
        String password = present(said.password(), "password");
        String code = Objects.requireNonNullElse(said.code(), "");
        String address = request.getRemoteAddr();
        return opened(() -> signIn.signIn(name, password, code, address, LoginSurface.API));
    }

    /** Opens the one-time link of the first start, and signs its organiser in. */
    @POST
    @Path("/first-organiser")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Opened> firstOrganiser(@Nullable FirstOrganiser body, @Context HttpServletRequest request) {
        FirstOrganiser said = RequestBody.present(body);
        String secret = present(said.secret(), "secret");
        String name = present(said.name(), "name");
        String password = present(said.password(), "password");
        String address = request.getRemoteAddr();
        return opened(() -> signIn.firstOrganiser(secret, name, password, address, LoginSurface.API));
    }

    /** Opens an invitation: its person chooses a password and is signed in. */
    @POST
    @Path("/invitation")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Opened> accept(@Nullable Accepted body, @Context HttpServletRequest request) {
        Accepted said = RequestBody.present(body);
        String secret = present(said.secret(), "secret");
        String password = present(said.password(), "password");
        String address = request.getRemoteAddr();
        return opened(() -> signIn.acceptInvitation(secret, password, address, LoginSurface.API));
    }

    /** Who is signed in, and what that one may do where. */
    @GET
    @RolesAllowed(Role.Names.PERSON)
    public Person who(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        return signIn.check(token(authorization), LoginSurface.API)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_SIGNED_IN));
    }

    /** Signs out. */
    @DELETE
    @RolesAllowed(Role.Names.PERSON)
    public Response signOut(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        signIn.signOut(token(authorization));
        return Response.noContent().build();
    }

    /** Ends all logins of whoever asks, here and in every browser. */
    @DELETE
    @Path("/all")
    @RolesAllowed(Role.Names.PERSON)
    public Response endAll() {
        signIn.endAll(caller.person());
        return Response.noContent().build();
    }

    private CompletionStage<Opened> opened(Supplier<SignInResult> attempt) {
        return pool.run(() -> {
            SignInResult result = attempt.get();
            if (result instanceof SignInResult.Accepted accepted) {
                knownTokens.gave(accepted.secret(), KnownTokens.Holder.PERSON);
                return new Opened(accepted.secret().secret(), accepted.ends(), accepted.person());
            }
            throw problem((SignInResult.Refused) result);
        });
    }

    private static ProblemException problem(SignInResult.Refused refused) {
        SignInRefusal reason = refused.reason();
        ProblemKind kind = switch (reason) {
            case WRONG, LINK_INVALID, SECOND_FACTOR_WRONG -> ProblemKind.SIGN_IN_REFUSED;
            case SECOND_FACTOR_MISSING -> ProblemKind.SECOND_FACTOR_MISSING;
            case THROTTLED -> ProblemKind.TOO_MANY_ATTEMPTS;
            case BUSY -> ProblemKind.OVERLOADED;
        };
        ProblemException problem = ProblemException.of(kind).saying(reason.sentence(), reason.remedy());
        return refused.pause().isZero() ? problem : problem.again(refused.pause());
    }

    private static Token token(String authorization) {
        return new Token(authorization.substring(SCHEME).strip());
    }

    private static String present(@Nullable String value, String field) {
        if (value == null || value.isEmpty()) {
            throw Rejected.badValue(MISSING, field);
        }
        return value;
    }
}
