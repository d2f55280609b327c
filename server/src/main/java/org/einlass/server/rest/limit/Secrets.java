package org.einlass.server.rest.limit;

import io.undertow.server.handlers.Cookie;
import java.util.Optional;
import org.einlass.server.account.Token;
import org.jspecify.annotations.Nullable;

/** The secrets that a request shows in its head: a bearer token (RFC 6750), or the cookie of the console. */
public final class Secrets {
    /** The cookie by which the console knows who is signed in. */
    static final String COOKIE = "__Host-einlass-login";

    private static final String SCHEME = "bearer ";

    private Secrets() {}

    /** The token of a header {@code Authorization}; empty where it holds none. */
    public static Optional<Token> token(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Token.of(header.substring(SCHEME.length()).strip());
    }

    static Optional<Token> cookie(@Nullable Cookie cookie) {
        return cookie == null ? Optional.empty() : Token.of(cookie.getValue());
    }
}
