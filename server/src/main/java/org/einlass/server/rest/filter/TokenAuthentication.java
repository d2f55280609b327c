package org.einlass.server.rest.filter;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.util.Optional;
import org.einlass.server.account.Account;
import org.einlass.server.account.Accounts;
import org.einlass.server.account.Token;
import org.einlass.server.audit.AuditAuthor;
import org.einlass.server.database.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Takes bearer tokens (RFC 6750) from the header {@code Authorization}, and from nowhere else: no cookie and
 * no login of a page opens the interface. A request without a valid token goes on as nobody's; what nobody
 * may do is decided at the resource.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class TokenAuthentication implements ContainerRequestFilter {
    private static final String SCHEME = "bearer ";
    private static final int LONGEST = 200;

    @Inject
    private Accounts accounts;

    @Inject
    private Caller caller;

    @Override
    public void filter(ContainerRequestContext request) {
        @Nullable String event = request.getUriInfo().getPathParameters().getFirst("event");
        Optional<Account> account = token(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .flatMap(token -> holding(token, event == null ? "" : event));
        account.ifPresent(caller::is);
        AuditAuthor.begin(account.map(Account::name).orElse(AuditAuthor.NOBODY));
        boolean secure = request.getSecurityContext().isSecure();
        request.setSecurityContext(new Bearer(account.orElse(null), secure));
    }

    private Optional<Account> holding(Token token, String event) {
        try {
            return accounts.holding(token, event);
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

    /** Whoever bears the request's token, or nobody. */
    private record Bearer(@Nullable Account account, boolean secure) implements SecurityContext {

        @Override
        public @Nullable Principal getUserPrincipal() {
            return account == null ? null : account::name;
        }

        @Override
        public boolean isUserInRole(String role) {
            return account != null && account.isIn(role);
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
