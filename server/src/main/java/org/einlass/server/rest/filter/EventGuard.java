package org.einlass.server.rest.filter;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Objects;
import org.einlass.contract.wire.DeviceTrust;
import org.einlass.contract.wire.Problem;
import org.einlass.server.account.Account;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * Keeps devices of one event out of every other, at one place for all resources below {@code
 * /events/{event}}, and devices that were revoked or wiped out of all that is not {@link AllowedWhenRevoked}.
 * Those hear why, so that they can tell it from a broken network: 403 and not 401, since the server knows
 * very well who asks, and proxies answer 401 on their own. Devices that wait to be confirmed after a restore beat
 * and hear 503 to all else: to every version of the program that is no answer, so it decides alone and keeps its
 * journal.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 1)
public class EventGuard implements ContainerRequestFilter {
    /** How soon a device that waits to be confirmed asks again. */
    private static final Duration SOON = Duration.ofSeconds(5);

    @Context
    private ResourceInfo resource;

    @Inject
    private Caller caller;

    @Override
    public void filter(ContainerRequestContext request) {
        caller.doubt().ifPresent(doubt -> {
            throw doubt;
        });
        @Nullable String event = request.getUriInfo().getPathParameters().getFirst("event");
        boolean foreign = event != null
                && caller.account().filter(account -> !account.mayTouch(event)).isPresent();
        if (foreign) {
            throw ProblemException.of(ProblemKind.NOT_ALLOWED);
        }
        caller.account().filter(account -> !isOpenTo(account)).ifPresent(EventGuard::turnAway);
    }

    private boolean isOpenTo(Account account) {
        Method method = resource.getResourceMethod();
        return account.standing() == DeviceTrust.ENROLLED
                || isAllowedWhenRevoked(account, method)
                || method.isAnnotationPresent(PermitAll.class)
                || method.getDeclaringClass().isAnnotationPresent(PermitAll.class);
    }

    private static boolean isAllowedWhenRevoked(Account account, Method method) {
        AllowedWhenRevoked rule = method.getAnnotation(AllowedWhenRevoked.class);
        return rule != null && (rule.whenPending() || account.standing() != DeviceTrust.PENDING);
    }

    private static void turnAway(Account account) {
        if (account.standing() == DeviceTrust.PENDING) {
            throw ProblemException.of(ProblemKind.DEVICE_PENDING).again(SOON);
        }
        ProblemKind kind =
                account.standing() == DeviceTrust.WIPED ? ProblemKind.DEVICE_WIPED : ProblemKind.DEVICE_REVOKED;
        throw ProblemException.of(kind)
                .about(Problem.device(
                        Objects.requireNonNull(account.event()), Objects.requireNonNull(account.device())));
    }
}
