package org.einlass.server.device;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.DoorSheet.ProgrammeTitle;
import org.einlass.server.account.Caller;
import org.einlass.server.account.Role;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.rest.ProblemException;
import org.einlass.server.rest.ProblemKind;
import org.jdbi.v3.core.Handle;

/** {@code /events/{event}/doors/{door}}: what a device must know before its first scan. */
@Path("/events/{event}/doors/{door}")
@Dependent
public class DoorResource {
    @Inject
    private Store store;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private DeskSheetSource desks;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.KIOSK, Role.Names.DESK, Role.Names.DOOR})
    public CompletionStage<DoorSheet> sheet(@PathParam("event") EventId event, @PathParam("door") DoorId door) {
        DoorSheet sheet = store.read(handle -> sheet(handle, event, door));
        boolean isDesk =
                caller.account().filter(account -> account.role() == Role.DESK).isPresent();
        return isDesk ? desks.of(event).thenApply(sheet::with) : CompletableFuture.completedStage(sheet);
    }

    private DoorSheet sheet(Handle handle, EventId event, DoorId door) {
        EventDocument document =
                EventTable.document(handle, event).orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_EVENT));
        EventSalt salt = EventTable.salt(handle, event).orElseThrow();
        EventDocument.Door found = document.doors().stream()
                .filter(one -> one.id().equals(door))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_DOOR));
        List<ProgrammeTitle> programmes = document.allProgrammes().stream()
                .map(programme -> new ProgrammeTitle(programme.id(), programme.title()))
                .toList();
        return new DoorSheet(
                event,
                document.title(),
                document.zone(),
                document.dayBegins(),
                Objects.requireNonNullElse(document.phase(), Phase.REHEARSAL),
                salt,
                document.categories(),
                programmes,
                door,
                found.title(),
                Objects.requireNonNullElse(found.direction(), Direction.ENTRY),
                document.ruleOf(found),
                found.prints(),
                document.hotline(),
                clock.instant(),
                null);
    }
}
