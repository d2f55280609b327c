package org.einlass.server.console.live;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.event.EventService;
import org.einlass.server.event.EventSummary;
import org.jspecify.annotations.Nullable;

/** The page of the day: how the event is at this moment. Its script keeps it up to date. */
@Named
@RequestScoped
public class LivePage {
    @Inject
    private LiveWatchers watchers;

    @Inject
    private EarlierEvents earlierEvents;

    @Inject
    private CurrentEvent current;

    @Inject
    private EventService events;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private String earlier = "";
    private @Nullable LiveView view;

    /** As it is now, or was less than a second ago. */
    public LiveView getView() {
        LiveView known = view;
        if (known == null) {
            known = watchers.view(new LiveWatchers.Watched(
                    current.id(), earlierEvents.chosen(current.id(), earlier), reader.getLocale()));
            view = known;
        }
        return known;
    }

    /** Id of the event with whose arrivals these are compared; empty for none. */
    public String getEarlier() {
        return earlier;
    }

    public void setEarlier(@Nullable String earlier) {
        this.earlier = Objects.requireNonNullElse(earlier, "");
    }

    public List<EventSummary> getEarlierEvents() {
        return earlierEvents.of(current.id());
    }

    /** Turns rush mode on or off. */
    public @Nullable String turnRush(boolean on) {
        if (!current.isChangeable()) {
            messages.bad(reader.say("readonly"));
            return null;
        }
        if (!messages.done(
                () -> events.turnRush(current.id(), on).toCompletableFuture().join())) {
            return null;
        }
        messages.good(reader.say(on ? "live.rush.begun" : "live.rush.ended"));
        return current.page("live") + "&earlier=" + URLEncoder.encode(earlier, StandardCharsets.UTF_8);
    }

    /** Where the page's script listens. */
    public String getStream() {
        return LiveStream.PATH + "?event=" + current.id().text() + "&language=" + reader.getLanguage() + "&earlier="
                + URLEncoder.encode(earlier, StandardCharsets.UTF_8);
    }
}
