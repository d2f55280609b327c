package org.einlass.server.rest.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.einlass.contract.wire.Problem;

/**
 * Turns whatever went wrong into one problem that its reader can act on. No exception's text ever leaves the
 * server.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());
    private static final int DEEPEST_CAUSE = 10;
    private static final Map<Integer, ProblemKind> BY_STATUS = Map.of(
            400, ProblemKind.BAD_VALUE,
            401, ProblemKind.NOT_SIGNED_IN,
            403, ProblemKind.NOT_ALLOWED,
            404, ProblemKind.NOT_FOUND,
            405, ProblemKind.WRONG_METHOD,
            406, ProblemKind.NOT_ACCEPTABLE,
            413, ProblemKind.TOO_LARGE,
            415, ProblemKind.WRONG_MEDIA_TYPE);

    private final HttpHeaders headers;
    private final SecurityContext security;

    /** Both are the current request's, whichever that is. */
    public ProblemMapper(@Context HttpHeaders headers, @Context SecurityContext security) {
        this.headers = headers;
        this.security = security;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        ProblemException problem = understand(thrown);
        Locale locale = Languages.of(headers.getAcceptableLanguages());
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .language(locale)
                .entity(problem.problem(locale));
        if (problem.status() == ProblemKind.NOT_SIGNED_IN.status()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        problem.retryAfter().ifPresent(pause -> response.header(HttpHeaders.RETRY_AFTER, pause.toSeconds()));
        return response.build();
    }

    private ProblemException understand(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .flatMap(cause -> ExceptionTranslation.of(cause).stream())
                .findFirst()
                .orElseGet(() -> thrown instanceof WebApplicationException web ? refused(web) : broken(thrown));
    }

    private ProblemException refused(WebApplicationException web) {
        int status = web.getResponse().getStatus();
        if (status == ProblemKind.NOT_ALLOWED.status() && security.getUserPrincipal() == null) {
            return ProblemException.of(ProblemKind.NOT_SIGNED_IN);
        }
        ProblemKind kind = BY_STATUS.get(status);
        return kind == null ? broken(web) : ProblemException.of(kind);
    }

    private static ProblemException broken(Throwable thrown) {
        LOG.log(System.Logger.Level.ERROR, "A request failed in the server.", thrown);
        return ProblemException.of(ProblemKind.BROKEN);
    }
}
