package org.einlass.server.device;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.code.EventPublicKey;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.DeskSheet;
import org.einlass.contract.wire.DeskSheet.AreaTitle;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.SealedDeskMessageKeys;
import org.jdbi.v3.core.Handle;

/**
 * What staffed desks are given besides: the letter box, made when the first desk asks, and the key to make
 * codes with.
 */
public final class DeskSheetSource {
    /** More are in no menu of a desk. */
    private static final int MOST_DAYS = 31;

    private final Store store;
    private final SealedDeskMessageKeys letters;
    private final CodeKeyTable codes;
    private final Clock clock;

    public DeskSheetSource(Store store, SealedDeskMessageKeys letters, CodeKeyTable codes, Clock clock) {
        this.store = store;
        this.letters = letters;
        this.codes = codes;
        this.clock = clock;
    }

    /** For desks only: whoever has it makes genuine codes. */
    CompletionStage<DeskSheet> of(EventId event, DeviceId device) {
        return box(event).thenApply(box -> store.read(handle -> sheet(handle, event, device, box)));
    }

    /** Where desks, and kiosks at which guests correct their names, post what only the server may read. */
    CompletionStage<EventPublicKey> box(EventId event) {
        Optional<EventPublicKey> known = store.read(handle -> letters.box(handle, event));
        return known.<CompletionStage<EventPublicKey>>map(CompletableFuture::completedStage)
                .orElseGet(() -> store.write(
                        WriteKey.of(event),
                        transaction -> letters.ensure(transaction.handle(), event, clock.instant())));
    }

    private DeskSheet sheet(Handle handle, EventId event, DeviceId device, EventPublicKey box) {
        EventDocument document = EventTable.document(handle, event).orElseThrow();
        List<AreaTitle> areas = document.allAreas().stream()
                .map(area -> new AreaTitle(area.id(), area.title()))
                .toList();
        return new DeskSheet(
                box,
                codes.forDesk(handle, event).orElse(null),
                areas,
                document.firstDay()
                        .datesUntil(document.end().plusDays(1))
                        .limit(MOST_DAYS)
                        .toList(),
                DeviceTable.number(handle, event, device).orElse(null));
    }
}
