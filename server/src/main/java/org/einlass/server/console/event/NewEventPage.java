package org.einlass.server.console.event;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignedIn;
import org.einlass.server.console.Slugs;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventService;
import org.einlass.server.event.EventSummary;
import org.einlass.server.event.draft.EventCopy;
import org.jspecify.annotations.Nullable;

/** The page on which a new event begins from a model. */
@Named
@RequestScoped
public class NewEventPage {
    /** Where the congresses are that this product is made for; the event's page changes it. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @Inject
    private EventService events;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    @Inject
    private SignedIn signedIn;

    private EventModel model = EventModel.ONE_DAY;
    private String earlier = "";
    private String german = "";
    private String english = "";
    private @Nullable LocalDate firstDay;

    public List<EventModel> getModels() {
        return List.of(EventModel.values());
    }

    /** Events that can be held again, the latest first. */
    public List<EventSummary> getEarlierEvents() {
        return events.all();
    }

    /** Which event is held again; an empty text where the new one begins with a model. */
    public String getEarlier() {
        return earlier;
    }

    public void setEarlier(@Nullable String earlier) {
        this.earlier = earlier == null ? "" : earlier;
    }

    public EventModel getModel() {
        return model;
    }

    public void setModel(EventModel model) {
        this.model = model;
    }

    public String getGerman() {
        return german;
    }

    public void setGerman(String german) {
        this.german = german.strip();
    }

    public String getEnglish() {
        return english;
    }

    public void setEnglish(String english) {
        this.english = english.strip();
    }

    public @Nullable LocalDate getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(@Nullable LocalDate firstDay) {
        this.firstDay = firstDay;
    }

    /** Creates the event. @return its page, or this one again with a sentence */
    public @Nullable String create() {
        LocalDate day = firstDay;
        if (!signedIn.isOrganiser()) {
            messages.bad(reader.say("readonly"));
            return null;
        }
        if (day == null) {
            messages.bad(reader.say("new.noday"));
            return null;
        }
        EventId id = new EventId(id(german, day));
        Wording title = new Wording(german, english.isEmpty() ? german : english);
        boolean created = messages.done(() ->
                events.change(id, 0, document(title, day)).toCompletableFuture().join());
        if (!created) {
            return null;
        }
        messages.good(reader.say("new.created"));
        return "/event?faces-redirect=true&event=" + id.text();
    }

    private EventDocument document(Wording title, LocalDate day) {
        return earlier.isEmpty()
                ? model.document(title, day, ZONE)
                : EventCopy.of(events.read(new EventId(earlier)), title, day);
    }

    /** From the title, with the year where it does not say it: "digitales-thueringen-2022". */
    static String id(String title, LocalDate day) {
        String year = String.valueOf(day.getYear());
        String slug = Slugs.of(title);
        String dated = slug.contains(year) ? slug : slug + "-" + year;
        return dated.startsWith("-") ? "event" + dated : dated;
    }
}
