package org.einlass.server.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.einlass.server.database.Condition;
import org.einlass.server.database.Store;

/** {@code /status}: whether the server answers, for launchers, devices and watchers. Open to everybody. */
@Path("/status")
@Dependent
@PermitAll
public class StatusResource {
    private static final String VERSION = "0.1";

    @Inject
    private Store store;

    /**
     * What everybody may know of the server.
     *
     * @param ready whether it answers scans; devices decide alone while it does not
     */
    public record Status(String version, boolean ready) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Status status() {
        return new Status(VERSION, store.condition() == Condition.WELL);
    }
}
