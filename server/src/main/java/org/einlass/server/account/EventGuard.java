package org.einlass.server.account;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.einlass.server.rest.ProblemException;
import org.einlass.server.rest.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Keeps devices of one event out of every other, at one place for all resources below {@code /events/{event}}. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class EventGuard implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        Caller caller = CDI.current().select(Caller.class).get();
        caller.doubt().ifPresent(doubt -> {
            throw doubt;
        });
        @Nullable String event = request.getUriInfo().getPathParameters().getFirst("event");
        boolean foreign = event != null
                && caller.account().filter(account -> !account.mayTouch(event)).isPresent();
        if (foreign) {
            throw ProblemException.of(ProblemKind.NOT_ALLOWED);
        }
    }
}
