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
import org.einlass.server.account.KnownTokens;
import org.einlass.server.account.Token;
import org.einlass.server.audit.AuditAuthor;
import org.einlass.server.database.StoreUnavailable;
import org.einlass.server.rest.limit.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Takes bearer tokens (RFC 6750) from the header {@code Authorization}, and from nowhere else: no cookie and
 * no login of a page opens the interface. A request without a valid token goes on as nobody's; what nobody
 * may do is decided at the resource.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class TokenAuthentication implements ContainerRequestFilter {
    @Inject
    private Accounts accounts;

    @Inject
    private KnownTokens knownTokens;

    @Inject
    private Caller caller;

    @Override
    public void filter(ContainerRequestContext request) {
        @Nullable String event = request.getUriInfo().getPathParameters().getFirst("event");
        Optional<Token> token = Secrets.token(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        Optional<Account> account = token.flatMap(held -> holding(held, event == null ? "" : event));
        account.ifPresent(known -> caller.is(known, other -> token.flatMap(held -> accounts.holding(held, other))));
        AuditAuthor.begin(account.map(Account::name).orElse(AuditAuthor.NOBODY));
        boolean secure = request.getSecurityContext().isSecure();
        request.setSecurityContext(new Bearer(account.orElse(null), secure));
    }

    private Optional<Account> holding(Token token, String event) {
        try {
            Optional<Account> account = accounts.holding(token, event);
            account.ifPresent(known -> knownTokens.sawValid(token, known));
            return account;
        } catch (StoreUnavailable e) {
            caller.cannotBeTold(e);
            return Optional.empty();
        }
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
