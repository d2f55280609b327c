package org.einlass.server.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.einlass.server.account.Role;
import org.einlass.server.health.HealthLevel;
import org.einlass.server.health.HealthReading;
import org.einlass.server.health.HealthService;
import org.einlass.server.health.HealthSubject;
import org.einlass.server.health.SupportText;
import org.einlass.server.rest.problem.Languages;
import org.jspecify.annotations.Nullable;

/** {@code /health}: how this server is, for people and for programs that watch; by token only, since a proxy is local, too. */
@Path("/health")
@Dependent
@RolesAllowed({Role.Names.ORGANISER, Role.Names.AUDITOR})
public class HealthResource {
    @Inject
    private HealthService health;

    @Inject
    private BackgroundPool pool;

    /**
     * One subject.
     *
     * @param value in the unit of its metric; absent where there is nothing to measure
     * @param remedy empty where nothing is to be done
     */
    public record Reading(
            HealthSubject subject,
            HealthLevel level,
            @Nullable Double value,
            String sentence,
            String remedy) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<List<Reading>> readings(@Context HttpHeaders headers) {
        Locale language = Languages.of(headers.getAcceptableLanguages());
        return pool.run(
                () -> health.read().stream().map(one -> reading(one, language)).toList());
    }

    private static Reading reading(HealthReading one, Locale language) {
        Double value = one.value().isPresent() ? one.value().getAsDouble() : null;
        return new Reading(
                one.subject(),
                one.level(),
                value,
                one.sentence().in(language),
                one.remedy().in(language));
    }

    /** As Prometheus and its like read it (OpenMetrics 1.0). */
    @GET
    @Path("/metrics")
    @Produces("application/openmetrics-text; version=1.0.0; charset=utf-8")
    public CompletionStage<String> metrics() {
        return pool.run(() -> MetricsText.of(health.read()));
    }

    /** A text to send to somebody who can help. */
    @GET
    @Path("/support")
    @Produces("text/plain; charset=utf-8")
    public CompletionStage<String> support(@Context HttpHeaders headers) {
        Locale language = Languages.of(headers.getAcceptableLanguages());
        return pool.run(() -> SupportText.of(health.read(), language));
    }
}
