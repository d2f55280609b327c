package org.einlass.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.einlass.server.database.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Takes bearer tokens (RFC 6750) from the header {@code Authorization}, and from nowhere else. A request without a valid
 * token goes on as nobody's; what nobody may do is decided at the resource.
 */
@ApplicationScoped
public class TokenAuthentication implements HttpAuthenticationMechanism {
    private static final String SCHEME = "bearer ";
    private static final int LONGEST = 200;

    @Inject
    private Accounts accounts;

    @Inject
    private Caller caller;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<Account> account = token(request.getHeader("Authorization")).flatMap(this::holding);
        if (account.isEmpty()) {
            return context.doNothing();
        }
        caller.is(account.get());
        return context.notifyContainerAboutLogin(
                account.get().name(), Set.of(account.get().role().name()));
    }

    private Optional<Account> holding(Token token) {
        try {
            return accounts.holding(token);
        } catch (StoreUnavailable e) {
            caller.cannotBeTold(e);
            return Optional.empty();
        }
    }

    private static Optional<Token> token(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String secret = header.substring(SCHEME.length()).strip();
        boolean possible = !secret.isEmpty() && secret.length() <= LONGEST;
        return possible ? Optional.of(new Token(secret)) : Optional.empty();
    }
}
