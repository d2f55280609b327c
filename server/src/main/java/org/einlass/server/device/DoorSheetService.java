package org.einlass.server.device;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.DoorSheet.HandOut;
import org.einlass.contract.wire.DoorSheet.ProgrammeTitle;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tells a device what it must know of its door before the first scan. Any thread may call it. */
public final class DoorSheetService {
    /** The most doors among which a device's helper chooses. */
    public static final int MOST_ASSIGNED = 50;

    private final Store store;
    private final DeskSheetSource desks;
    private final ServerKey serverKey;
    private final Clock clock;

    public DoorSheetService(Store store, DeskSheetSource desks, ServerKey serverKey, Clock clock) {
        this.store = store;
        this.desks = desks;
        this.serverKey = serverKey;
        this.clock = clock;
    }

    /**
     * What kiosks and door clients are told.
     *
     * @throws UnknownEventOrDoor where one of them does not exist
     */
    public DoorSheet forDoor(EventId event, DoorId door) {
        return store.read(handle -> sheet(handle, event, document(handle, event), door));
    }

    /** What the screen of a door is told besides: the room behind it and its sessions. */
    public DoorSheet withRoom(EventId event, DoorId door) {
        return store.read(handle -> withRoom(handle, event, document(handle, event), door));
    }

    /**
     * The same for each of some doors, in the order of their ids; what is no door of the event any more is
     * left out, and more than {@value #MOST_ASSIGNED} are not told.
     */
    public DoorSheet.Assigned withRooms(EventId event, Collection<DoorId> doors) {
        return store.read(handle -> {
            EventDocument document = document(handle, event);
            return new DoorSheet.Assigned(document.doors().stream()
                    .map(EventDocument.Door::id)
                    .filter(doors::contains)
                    .sorted(Comparator.comparing(DoorId::text))
                    .limit(MOST_ASSIGNED)
                    .map(door -> withRoom(handle, event, document, door))
                    .toList());
        });
    }

    private DoorSheet withRoom(Handle handle, EventId event, EventDocument document, DoorId door) {
        DoorSheet sheet = sheet(handle, event, document, door);
        return sheet.gives() == null
                ? sheet.withRoom(RoomSheets.behind(handle, event, document, door, clock.instant()))
                : sheet;
    }

    private static EventDocument document(Handle handle, EventId event) {
        return EventTable.document(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    /** What staffed desks are told besides: it lets its reader make genuine codes. */
    public CompletionStage<DoorSheet> forDesk(EventId event, DoorId door, DeviceId desk) {
        DoorSheet sheet = forDoor(event, door);
        return desks.of(event, desk).thenApply(sheet::with);
    }

    /** What self-service kiosks are told: where guests may correct their names' spelling, or are asked, also where that is posted. */
    public CompletionStage<DoorSheet> forKiosk(EventId event, DoorId door) {
        DoorSheet sheet = forDoor(event, door);
        return sheet.allowsSpelling() || !sheet.questions().isEmpty()
                ? desks.box(event).thenApply(sheet::withLetterBox)
                : CompletableFuture.completedStage(sheet);
    }

    private DoorSheet sheet(Handle handle, EventId event, EventDocument document, DoorId door) {
        EventSalt salt = EventTable.salt(handle, event).orElseThrow();
        EventDocument.Door found = document.doors().stream()
                .filter(one -> one.id().equals(door))
                .findFirst()
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.DOOR));
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
                        null)
                .withGuessable(EventSecrets.lookup(handle, serverKey, event))
                .withRush(document.rush())
                .withGuests(document.guests())
                .withHandOut(handOut(found));
    }

    private static @Nullable HandOut handOut(EventDocument.Door door) {
        EventDocument.HandOut gives = door.gives();
        return gives == null ? null : new HandOut(gives.what(), door.sharedScope(), gives.comesBack());
    }
}
