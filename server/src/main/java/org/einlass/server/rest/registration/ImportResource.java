package org.einlass.server.rest.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.account.Role;
import org.einlass.server.registration.imports.ImportRequest;
import org.einlass.server.registration.imports.ImportService;
import org.einlass.server.rest.BackgroundPool;

/** {@code /events/{event}/import}: a registration list comes in. */
@Path("/events/{event}/import")
@Dependent
public class ImportResource {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private ImportService listImport;

    @Inject
    private BackgroundPool backgroundPool;

    /**
     * Takes a CSV or XLSX file and says what became of its rows, or with {@code dryRun} what would. Questions
     * of the list are answered by {@code answer=id:option}, as often as there are questions.
     */
    @POST
    @Consumes({"text/csv", "text/plain", ImportResource.XLSX, MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<ImportReport> take(
            @PathParam("event") EventId event,
            @QueryParam("dryRun") List<String> dryRun,
            @QueryParam("answer") List<String> answers,
            @Context HttpHeaders headers,
            InputStream file) {
        ImportRequest request = ImportParameters.of(dryRun, answers, headers);
        return backgroundPool.run(() -> listImport.run(event, file, request));
    }
}
