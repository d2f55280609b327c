package org.einlass.server.intake;

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
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.account.Role;
import org.einlass.server.rest.Body;
import org.einlass.server.rest.Languages;
import org.einlass.server.rest.ProblemException;
import org.einlass.server.rest.ProblemKind;

/** {@code /events/{event}/import}: a registration list comes in. */
@Path("/events/{event}/import")
@Dependent
public class ImportResource {
    private static final int MOST_BYTES = 50_000_000;

    @Inject
    private Intake intake;

    /** Takes a CSV file and says what became of its rows, or with {@code dryRun} what would. */
    @POST
    @Consumes({"text/csv", "text/plain", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public ImportReport take(
            @PathParam("event") EventId event,
            @QueryParam("dryRun") boolean dryRun,
            @Context HttpHeaders headers,
            InputStream file) {
        byte[] bytes = Body.read(file, MOST_BYTES);
        try {
            return intake.run(event, bytes, dryRun).report(dryRun, Languages.of(headers.getAcceptableLanguages()));
        } catch (UnreadableFileException e) {
            throw ProblemException.of(ProblemKind.BAD_FILE).saying(e.sentence(), e.remedy());
        }
    }
}
