package org.einlass.server.rest.registration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Role;
import org.einlass.server.registration.imports.ImportUndo;
import org.einlass.server.registration.imports.PastImport;
import org.einlass.server.rest.BackgroundPool;

/** {@code /events/{event}/imports}: the lists that came in, and how one is taken back. */
@Path("/events/{event}/imports")
@Dependent
public class ImportListResource {
    @Inject
    private ImportUndo importUndo;

    @Inject
    private BackgroundPool backgroundPool;

    /** All imports, the newest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.ORGANISER)
    public List<PastImport> list(@PathParam("event") EventId event) {
        return importUndo.imports(event);
    }

    /** Undoes an import as a whole, until somebody of it was at a door; again changes nothing. */
    @DELETE
    @Path("/{import}")
    @RolesAllowed(Role.Names.ORGANISER)
    public CompletionStage<Response> undo(@PathParam("event") EventId event, @PathParam("import") String id) {
        return backgroundPool.run(() -> {
            importUndo.undo(event, id);
            return Response.noContent().build();
        });
    }
}
