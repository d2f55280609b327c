package org.einlass.server.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Set;
import org.einlass.server.database.Condition;
import org.einlass.server.database.Store;

/** {@code /status}: whether the server answers, for launchers, devices and watchers. Open to everybody. */
@Path("/status")
@Dependent
@PermitAll
public class StatusResource {
    private static final String VERSION = "0.1";

    /** Where one batch of writings takes longer, guests have long been let in without the server. */
    private static final Duration MOST_LAG = Duration.ofSeconds(2);

    /** Of a damaged database the scans that meet the damaged part fail one by one. */
    private static final Set<Condition> ANSWERING = Set.of(Condition.WELL, Condition.DAMAGED);

    @Inject
    private Store store;

    @Inject
    private Readiness readiness;

    /**
     * What everybody may know of the server.
     *
     * @param ready whether it answers scans, and as fast as ever; devices decide alone while it does not
     * @param warmingUp whether it will be ready by itself soon after its start
     */
    public record Status(String version, boolean ready, boolean warmingUp) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Status status() {
        boolean warm = readiness.isWarm();
        boolean prompt = store.lag().compareTo(MOST_LAG) < 0;
        return new Status(VERSION, warm && prompt && ANSWERING.contains(store.condition()), !warm);
    }
}
