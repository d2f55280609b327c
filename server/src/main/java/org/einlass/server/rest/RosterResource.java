package org.einlass.server.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.server.account.Role;
import org.einlass.server.feed.RosterAudience;
import org.einlass.server.feed.RosterService;
import org.einlass.server.rest.filter.Caller;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** {@code /events/{event}/roster}: what a device must have before the network fails. */
@Path("/events/{event}/roster")
@Dependent
public class RosterResource {
    private static final String LINES = "application/x-ndjson";
    private static final int PARTIAL_CONTENT = Response.Status.PARTIAL_CONTENT.getStatusCode();

    /** The bytes of a part as devices ask for it; no thread waits while its reader is slow. */
    private static final int MOST_AT_ONCE = 4_000_000;

    private static final Wording LONG_PART =
            new Wording("So viel auf einmal verschickt der Server nicht.", "The server does not send so much at once.");
    private static final Wording ASK_FOR_LESS = new Wording(
            "Bitte mit Range in Teilen von höchstens 4 MB abholen.", "Fetch it by Range, in parts of at most 4 MB.");

    @Inject
    private RosterService rosters;

    @Inject
    private Caller caller;

    @Inject
    private BackgroundPool backgroundPool;

    /** Announces the file to fetch. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.KIOSK, Role.Names.DESK, Role.Names.DOOR})
    public CompletionStage<RosterSnapshot> snapshot(@PathParam("event") EventId event) {
        RosterAudience readers = readers();
        return backgroundPool.run(() -> rosters.snapshot(event, readers));
    }

    /**
     * An announced file, or the part of it that {@code Range} names, at most 4 MB at once. Devices accept JSON
     * only, and get lines of it. No thread waits while its reader is slow, and each device has one part on its
     * way at a time ({@code RequestTurns}).
     */
    @GET
    @Path("/{file}")
    @RolesAllowed({Role.Names.KIOSK, Role.Names.DESK, Role.Names.DOOR})
    public void part(
            @PathParam("event") EventId event,
            @PathParam("file") String name,
            @HeaderParam("Range") @Nullable String range,
            @Suspended AsyncResponse answer)
            throws IOException {
        java.nio.file.Path file =
                rosters.file(event, name, readers()).orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_FILE));
        ByteRange part = ByteRange.of(file, range);
        if (part.length() > MOST_AT_ONCE) {
            throw ProblemException.of(ProblemKind.TOO_LARGE)
                    .saying(LONG_PART, ASK_FOR_LESS)
                    .at("Range");
        }
        backgroundPool.run(() -> answer.resume(response(part))).whenComplete((resumed, failure) -> {
            if (failure != null) {
                answer.resume(failure);
            }
        });
    }

    private static Response response(ByteRange part) throws IOException {
        byte[] body = part.bytes();
        Response.ResponseBuilder response = part.whole()
                ? Response.ok(body)
                : Response.status(PARTIAL_CONTENT).entity(body).header("Content-Range", part.range());
        return response.type(LINES)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_LENGTH, part.length())
                .build();
    }

    /** What has changed since the cursor of the last answer; 410 where the server was restored since. */
    @GET
    @Path("/changes")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.KIOSK, Role.Names.DESK, Role.Names.DOOR})
    public RosterChanges changes(
            @PathParam("event") EventId event,
            @QueryParam("incarnation") @Nullable UUID incarnation,
            @QueryParam("after") @DefaultValue("0") long after) {
        return rosters.changes(event, incarnation, after, readers());
    }

    private RosterAudience readers() {
        return caller.isDesk() ? RosterAudience.DESKS : RosterAudience.DOORS;
    }
}
