package org.einlass.server.console;

import io.undertow.util.ParameterLimitException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.einlass.server.account.KnownTokens;
import org.einlass.server.account.Person;
import org.einlass.server.console.account.SignedInAnswer;
import org.einlass.server.console.live.LiveStream;
import org.jspecify.annotations.Nullable;
import org.primefaces.csp.CspException;

/**
 * What each page passes: its headers, and whether its reader is signed in and may see it. A form that another
 * site sends is refused before anything reads it.
 */
@WebFilter(
        servletNames = {PageThreads.SERVLET, LiveStream.NAME, SignedInAnswer.NAME},
        asyncSupported = true)
public class PageFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES_OF_STRANGERS = 16_384;
    private static final int MOST_CAUSES = 10;
    private static final String EXPIRED = "/expired.html";
    private static final String EVENT = "event";
    private static final String PERSON = "person";

    /** With the secret of the login. */
    static final String LOGIN_COOKIE = "__Host-einlass-login";

    /** The login itself ends earlier; what was typed into a form is kept for whoever signs in again. */
    static final int SIGNED_IN_SECONDS = 8 * 3_600;

    private static final String RESOURCES = "/jakarta.faces.resource/";

    @Inject
    private transient SignedIn signedIn;

    @Inject
    private transient KnownTokens knownTokens;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        String path = request.getServletPath();
        if (path.startsWith(RESOURCES)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Frame-Options", "DENY");
        if (request.getMethod().equals("POST") && !isOwn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        boolean present = isSignedIn(request);
        if (request.getMethod().equals("POST") && !isShort(request) && !present) {
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (PageRoles.isOpen(path)) {
            show(request, response, chain);
            return;
        }
        if (!present) {
            // Without a host: the one that the request names may be anybody's.
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", PageRoles.SIGN_IN);
            return;
        }
        if (!isAllowed(request, path)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        show(request, response, chain);
    }

    /** A form of a page that is not open any more, or never was, is its sender's affair and not the log's. */
    private static void show(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IllegalStateException e) {
            if (response.isCommitted() || !isOfForm(e)) {
                throw e;
            }
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            request.getRequestDispatcher(EXPIRED).forward(request, response);
        }
    }

    private static boolean isOfForm(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(cause -> cause instanceof ViewExpiredException
                        || cause instanceof CspException
                        || cause instanceof ParameterLimitException
                        || isCutOff(cause));
    }

    /** What the container says of a form that ends before its last part does. */
    private static boolean isCutOff(Throwable fault) {
        return fault instanceof IllegalStateException && fault.getCause() instanceof IOException;
    }

    /**
     * Who sends a form says in the view, and not in the address, which event it is about: {@link CurrentEvent}
     * asks then. Fields of a form are not read here, before their encoding is known.
     */
    private boolean isAllowed(HttpServletRequest request, String path) {
        if (PageRoles.isOfServer(path)) {
            return maySee(path, "");
        }
        return !request.getMethod().equals("GET")
                || maySee(path, Objects.requireNonNullElse(request.getParameter(EVENT), ""));
    }

    private boolean maySee(String path, String event) {
        return PageRoles.isForWhoeverSignedIn(path)
                || signedIn.roleIn(event)
                        .filter(role -> PageRoles.maySee(role, path))
                        .isPresent();
    }

    /** The limits of requests hear it, too: who is signed in may send a list. */
    private boolean isSignedIn(HttpServletRequest request) {
        Optional<Person> person = signedIn.person();
        signedIn.shown().ifPresent(secret -> knownTokens.sawPage(secret, person.isPresent()));
        person.ifPresent(known -> bind(request, known.id().author()));
        return person.isPresent();
    }

    /** What a session holds of one person's pages is never shown to another one; strangers have no session. */
    private static void bind(HttpServletRequest request, String person) {
        HttpSession session = request.getSession(false);
        if (session != null && person.equals(session.getAttribute(PERSON))) {
            return;
        }
        if (session != null) {
            session.invalidate();
        }
        HttpSession own = request.getSession();
        own.setAttribute(PERSON, person);
        own.setMaxInactiveInterval(SIGNED_IN_SECONDS);
    }

    /** Whether a form is short enough for somebody whom nobody knows. */
    private static boolean isShort(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length >= 0 && length <= MOST_BYTES_OF_STRANGERS;
    }

    /**
     * Browsers say with each form where it comes from; what is no browser says nothing and holds no cookie.
     */
    private static boolean isOwn(HttpServletRequest request) {
        @Nullable String origin = request.getHeader("Origin");
        @Nullable String host = request.getHeader("Host");
        return origin == null || origin.equals(request.getScheme() + "://" + host);
    }
}
