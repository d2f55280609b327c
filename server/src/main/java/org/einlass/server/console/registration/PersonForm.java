package org.einlass.server.console.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Attendee;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.PersonPage;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignedIn;
import org.einlass.server.event.EventDocument;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.change.RegistrationChangeService;
import org.einlass.server.registration.change.RegistrationEdit;
import org.jspecify.annotations.Nullable;

/** The fields, programmes, days and seats of one person, to be corrected; a substitute who takes over the place; a new ticket code. */
@Named
@RequestScoped
public class PersonForm {
    private static final String FAMILY_NAME = "familyName";
    private static final int MOST_DAYS = 31;

    @Inject
    private PersonPage person;

    @Inject
    private RegistrationChangeService changes;

    @Inject
    private CurrentEvent current;

    @Inject
    private SignedIn signedIn;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> other = new HashMap<>();
    private @Nullable String category;
    private @Nullable Set<String> programmes;
    private @Nullable Set<String> days;
    private @Nullable Set<String> bookings;
    private @Nullable Long seen;
    private boolean refused;

    private RegistrationId id() {
        return RegistrationId.of(person.getId());
    }

    /** By the names of an attendee's fields; empty while a form comes in, before it is known whom it is about. */
    public Map<String, String> getTexts() {
        if (texts.isEmpty() && !person.getId().isEmpty()) {
            Attendee attendee = person.getRegistration().particulars().attendee();
            texts.put("salutation", attendee.salutation());
            texts.put("title", attendee.title());
            texts.put("givenName", attendee.givenName());
            texts.put("particle", attendee.particle());
            texts.put(FAMILY_NAME, attendee.familyName());
            texts.put("function", attendee.function());
            texts.put("organisation", attendee.organisation());
            texts.put("department", attendee.department());
            texts.put("badgeName", attendee.badgeName());
            texts.put("pronunciation", attendee.pronunciation());
            texts.put("photographs", attendee.photographs());
        }
        return texts;
    }

    /** The substitute's. */
    public Map<String, String> getOther() {
        return other;
    }

    public String getCategory() {
        String chosen = category;
        if (chosen != null || person.getId().isEmpty()) {
            return Objects.requireNonNullElse(chosen, "");
        }
        return person.getRegistration().particulars().category().text();
    }

    public void setCategory(@Nullable String category) {
        this.category = category;
    }

    private static <T> Set<T> ids(Set<String> texts, Function<String, T> id) {
        return texts.stream().map(id).collect(Collectors.toSet());
    }

    /** The ids of the programmes that the person takes part in. */
    public Set<String> getProgrammes() {
        return shown(programmes, fields -> fields.programmes());
    }

    public void setProgrammes(Set<String> programmes) {
        this.programmes = new TreeSet<>(programmes);
    }

    /** The days for which the person is registered; none for all. */
    public Set<String> getDays() {
        return shown(days, fields -> fields.days());
    }

    public void setDays(Set<String> days) {
        this.days = new TreeSet<>(days);
    }

    /** The ids of the sessions in which the person has a seat. */
    public Set<String> getBookings() {
        return shown(bookings, fields -> fields.bookings());
    }

    public void setBookings(Set<String> bookings) {
        this.bookings = new TreeSet<>(bookings);
    }

    private Set<String> shown(@Nullable Set<String> typed, Function<RegistrationFields, Set<?>> kept) {
        if (typed != null || person.getId().isEmpty()) {
            return typed == null ? new TreeSet<>() : typed;
        }
        return kept.apply(person.getRegistration().particulars()).stream()
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The days of the event, for an event of several. */
    public List<LocalDate> getEventDays() {
        EventDocument document = current.document();
        return document.firstDay()
                .datesUntil(document.end().plusDays(1))
                .limit(MOST_DAYS)
                .toList();
    }

    /** A day as people say it. */
    public String day(LocalDate day) {
        return reader.day(day);
    }

    /** Whether what was typed could not be saved and waits for another attempt. */
    public boolean isRefused() {
        return refused;
    }

    /** The version that the reader saw. */
    public long getSeen() {
        Long known = seen;
        if (known != null || person.getId().isEmpty()) {
            return Objects.requireNonNullElse(known, 0L);
        }
        return person.getRegistration().version();
    }

    public void setSeen(long seen) {
        this.seen = seen;
    }

    /** Corrects the person; what somebody else saved since is not overwritten. */
    public @Nullable String save() {
        RegistrationEdit edit = new RegistrationEdit(
                null,
                attendee(getTexts()),
                new CategoryId(getCategory()),
                null,
                null,
                programmes == null ? null : ids(programmes, ProgrammeId::new),
                days == null ? null : ids(days, LocalDate::parse),
                bookings == null ? null : ids(bookings, SessionId::new));
        String next = act(() -> changes.change(current.id(), id(), edit, getSeen(), signedIn.author()), "person.saved");
        if (next == null) {
            seen = person.version(getSeen());
            refused = true;
        }
        return next;
    }

    /** Somebody else takes over the place; their page follows. */
    public @Nullable String substitute() {
        return act(
                () -> changes.substitute(current.id(), id(), attendee(other), signedIn.author()), "person.substituted");
    }

    /** Whether this person came in somebody's place; also while a form comes in. */
    public boolean isRepresenting() {
        return person.getId().isEmpty()
                || changes.represented(current.id(), id()).isPresent();
    }

    /** The one who was represented comes after all; their page follows. */
    public @Nullable String undoSubstitution() {
        return act(() -> changes.undoSubstitution(current.id(), id(), signedIn.author()), "person.substitution.undone");
    }

    /** A lost or stolen ticket is worth nothing any more. */
    public @Nullable String reissue() {
        return act(() -> changes.reissueTicket(current.id(), id(), signedIn.author()), "person.reissued");
    }

    private @Nullable String act(Supplier<Registration> change, String sentence) {
        if (!current.isChangeable()) {
            messages.bad(reader.say("readonly"));
            return null;
        }
        Registration[] changed = new Registration[1];
        if (!messages.done(() -> changed[0] = change.get())) {
            return null;
        }
        messages.good(reader.say(sentence));
        return current.page("person") + "&person=" + changed[0].id();
    }

    private static Attendee attendee(Map<String, String> typed) {
        return new Attendee(
                text(typed, "salutation"),
                text(typed, "title"),
                text(typed, "givenName"),
                text(typed, "particle"),
                text(typed, FAMILY_NAME),
                text(typed, "function"),
                text(typed, "organisation"),
                text(typed, "department"),
                text(typed, "badgeName"),
                text(typed, "pronunciation"),
                text(typed, "photographs"));
    }

    private static String text(Map<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.get(field), "");
    }
}
