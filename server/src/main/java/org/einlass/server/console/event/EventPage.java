package org.einlass.server.console.event;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.HeadCount;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.id.EventId;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.erasure.RetentionService;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventService;
import org.einlass.server.event.VersionedEvent;
import org.einlass.server.event.draft.EventClashes;
import org.jspecify.annotations.Nullable;

/**
 * The page on which an organiser changes the essentials of an event. What was typed stays until it is saved;
 * where somebody else saved first, the page says what they changed and asks.
 */
@Named
@ViewScoped
@SuppressWarnings("serial") // views stay in this server's memory
public class EventPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DAYS = 31;

    @Inject
    private transient EventService events;

    @Inject
    private transient RetentionService retention;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private @Nullable VersionedEvent seen;
    private EventForm form = new EventForm();

    /** What somebody else saved meanwhile, field by field; empty while nobody did. */
    private Map<String, String> theirs = Map.of();

    /** Whether a day of erasure is set that the event was moved beyond, so that it erases nobody. */
    public boolean isErasureOvertaken() {
        return retention.isOvertaken(current.id());
    }

    /** Reads the event as it stands, once for each time the page is opened. */
    public @Nullable String open() {
        String elsewhere = current.check();
        if (elsewhere == null) {
            show(events.current(current.id()));
        }
        return elsewhere;
    }

    private void show(VersionedEvent event) {
        seen = event;
        form = EventForm.of(event.document());
        theirs = Map.of();
    }

    /** Of the event as the form shows it. */
    public long getVersion() {
        return base().version();
    }

    public EventForm getForm() {
        return form;
    }

    public Map<String, String> getTheirs() {
        return theirs;
    }

    public Phase[] getPhases() {
        return Phase.values();
    }

    public Direction[] getDirections() {
        return Direction.values();
    }

    public ReuseRule[] getRepetitions() {
        return ReuseRule.values();
    }

    /** What may happen where an area is full. */
    public HeadCount[] getFull() {
        return HeadCount.values();
    }

    /** The days of the event as they are saved, for doors that are open on some of them only. */
    public List<LocalDate> getDays() {
        EventDocument document = base().document();
        return document.firstDay()
                .datesUntil(document.end().plusDays(1))
                .limit(MOST_DAYS)
                .toList();
    }

    /** A day as people say it. */
    public String day(LocalDate day) {
        return reader.day(day);
    }

    /** The saved rules, in the order of the doors. */
    public List<String> getRules() {
        EventDocument document = base().document();
        RuleSentence sentence = new RuleSentence(reader, document);
        return document.doors().stream().map(sentence::of).toList();
    }

    public void addProgramme() {
        form.addProgramme();
    }

    public void addQuestion() {
        form.addQuestion();
    }

    public void removeQuestion(int row) {
        form.getQuestions().remove(row);
    }

    public void addArea() {
        form.addArea();
    }

    public void removeArea(int row) {
        form.getAreas().remove(row);
    }

    public void addCategory() {
        form.addCategory();
    }

    public void removeCategory(int row) {
        form.getCategories().remove(row);
    }

    public void addSession() {
        form.addSession();
    }

    public void removeSession(int row) {
        form.getSessions().remove(row);
    }

    public void addDoor() {
        form.addDoor();
    }

    public void removeProgramme(int row) {
        form.getProgrammes().remove(row);
    }

    public void removeDoor(int row) {
        form.getDoors().remove(row);
    }

    /** Saves what was typed, unless somebody saved since the page was opened. */
    public @Nullable String save() {
        EventId id = current.id();
        EventDocument wanted = wanted();
        if (wanted == null) {
            return null;
        }
        VersionedEvent now = events.current(id);
        if (now.version() != base().version()) {
            theirs = EventDifferences.of(reader, base().document(), now.document());
            form.follow(base().document(), now.document());
            seen = now;
            messages.bad(reader.say("event.saved.meanwhile"));
            return null;
        }
        long version = base().version();
        if (!messages.done(
                () -> events.change(id, version, wanted).toCompletableFuture().join())) {
            return null;
        }
        messages.good(reader.say("event.saved"));
        return current.page("event");
    }

    /** Looks what was typed through for clashes; nothing is saved. */
    public void check() {
        if (wanted() != null && getClashes().isEmpty()) {
            messages.good(reader.say("event.noclash"));
        }
    }

    /** What is probably not meant, in what was typed, or in what is saved where that cannot be read. */
    public List<String> getClashes() {
        return EventClashes.of(readable()).stream().map(reader::words).toList();
    }

    private EventDocument readable() {
        try {
            EventDocument typed = form.over(base().document());
            typed.doors().forEach(typed::ruleOf);
            return typed;
        } catch (DateTimeException | IllegalArgumentException | NoSuchElementException unreadable) {
            return base().document();
        }
    }

    private @Nullable EventDocument wanted() {
        try {
            return form.over(base().document());
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            messages.bad(reader.say("event.unreadable"));
            return null;
        }
    }

    /** Leaves what was typed, and shows what the other organiser saved. */
    public String takeTheirs() {
        return current.page("event");
    }

    private VersionedEvent base() {
        VersionedEvent known = seen;
        if (known == null) {
            throw new IllegalStateException("The page was not opened.");
        }
        return known;
    }

    /** Whether the door was there when the page was opened, and so has a rule in words. */
    public boolean isSaved(int row) {
        return row < base().document().doors().size()
                && doorAt(row).id().text().equals(form.getDoors().get(row).id());
    }

    private Door doorAt(int row) {
        return base().document().doors().get(row);
    }
}
