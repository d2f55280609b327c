package org.einlass.server.console.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.einlass.contract.id.EventId;
import org.einlass.server.console.SignedIn;
import org.einlass.server.event.EventService;
import org.einlass.server.event.EventSummary;
import org.jspecify.annotations.Nullable;

/** The earlier events of this server whose numbers a reader may see beside those of an event. */
@ApplicationScoped
public class EarlierEvents {
    @Inject
    private EventService events;

    @Inject
    private SignedIn signedIn;

    /** The latest first. */
    public List<EventSummary> of(EventId event) {
        LocalDate first = events.read(event).firstDay();
        return events.all().stream()
                .filter(one -> one.firstDay().isBefore(first))
                .filter(one -> signedIn.mayReadNumbersOf(one.id().text()))
                .toList();
    }

    /** The one of this id; only what {@link #of} offers is read, and a typed id of another's event is none of them. */
    public @Nullable EventId chosen(EventId event, @Nullable String id) {
        return id == null || id.isEmpty()
                ? null
                : of(event).stream()
                        .map(EventSummary::id)
                        .filter(one -> one.text().equals(id))
                        .findFirst()
                        .orElse(null);
    }
}
