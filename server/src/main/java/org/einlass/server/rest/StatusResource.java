package org.einlass.server.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /status}: whether the server answers, for launchers, devices and watchers. Open to everybody. */
@Path("/status")
@Dependent
@PermitAll
public class StatusResource {

    /** What everybody may know of the server. */
    public record Status(String version, boolean ready) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Status status() {
        return new Status("0.1", true);
    }
}
