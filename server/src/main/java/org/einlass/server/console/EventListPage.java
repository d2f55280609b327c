package org.einlass.server.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.einlass.server.event.EventService;
import org.einlass.server.event.EventSummary;
import org.jspecify.annotations.Nullable;

/** The first page after signing in: all events. */
@Named
@RequestScoped
public class EventListPage {
    @Inject
    private EventService events;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Reader reader;

    private @Nullable List<EventSummary> all;

    public List<EventSummary> getAll() {
        List<EventSummary> read = all;
        if (read == null) {
            read = events.all().stream()
                    .filter(event -> signedIn.roleIn(event.id().text())
                            .filter(PageRoles::mayRead)
                            .isPresent())
                    .toList();
            all = read;
        }
        return read;
    }

    /** One day or from the first to the last. */
    public String days(EventSummary event) {
        boolean oneDay = event.firstDay().equals(event.lastDay());
        return oneDay
                ? reader.day(event.firstDay())
                : reader.say("events.days", reader.day(event.firstDay()), reader.day(event.lastDay()));
    }
}
