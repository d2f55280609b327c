package org.einlass.server.console.live;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignedIn;
import org.einlass.server.live.AwaitedGuest;
import org.einlass.server.live.AwaitedGuestService;
import org.einlass.server.live.AwaitedRole;
import org.einlass.server.presence.hand.LetInService;

/** The page of those who are awaited by name: speakers who are not here yet, and the guests of the protocol. */
@Named
@ViewScoped
@SuppressWarnings("serial") // views stay in this server's memory
public class AwaitedPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AwaitedGuestService guests;

    @Inject
    private transient LetInService letIns;

    @Inject
    private transient AuditService audit;

    @Inject
    private CurrentEvent current;

    @Inject
    private SignedIn signedIn;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    /** What was noted on this page, so that it can be undone. */
    private final Map<RegistrationId, EntryId> noted = new HashMap<>();

    private List<AwaitedGuest> all() {
        return current.shown("awaited", () -> {
            audit.reads(AuditAction.REGISTRATIONS_READ, current.id().text(), "awaited");
            return guests.read(current.id(), current.isChangeable());
        });
    }

    /** Speakers; who is missed stands first. */
    public List<AwaitedGuest> getSpeakers() {
        return all().stream()
                .filter(guest -> guest.role() == AwaitedRole.SPEAKER)
                .toList();
    }

    /** Guests of the protocol. */
    public List<AwaitedGuest> getProtocol() {
        return all().stream()
                .filter(guest -> guest.role() == AwaitedRole.PROTOCOL)
                .toList();
    }

    /** How many speakers with a session soon are not here. */
    public long getMissed() {
        return getSpeakers().stream().filter(AwaitedGuest::isMissed).count();
    }

    /** What they do and where they come from. */
    public String about(AwaitedGuest guest) {
        return guest.function().isEmpty() || guest.organisation().isEmpty()
                ? guest.function() + guest.organisation()
                : guest.function() + ", " + guest.organisation();
    }

    /** The session that begins soon, with its time; empty where none does. */
    public String session(AwaitedGuest guest) {
        return guest.session() == null || guest.startsAt() == null
                ? ""
                : clock(guest.startsAt()) + " " + reader.words(guest.session());
    }

    /** Expected, here or accompanied, with a sign and since when. */
    public String state(AwaitedGuest guest) {
        if (guest.since() == null) {
            return reader.say(guest.isMissed() ? "awaited.missed" : "awaited.expected");
        }
        return guest.accompaniedSince() == null
                ? reader.say("awaited.here", clock(guest.since()))
                : reader.say("awaited.accompanied", clock(guest.accompaniedSince()));
    }

    private String clock(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(reader.getLocale())
                .withZone(current.zone())
                .format(at);
    }

    /** For a link that calls; digits and a plus only. */
    public String dial(AwaitedGuest guest) {
        return "tel:" + Objects.requireNonNullElse(guest.phone(), "").replaceAll("[^+0-9]", "");
    }

    /** One tap: they are here. */
    public void arrived(AwaitedGuest guest) {
        change(
                () -> noted.put(
                        guest.registration(),
                        letIns.letIn(current.id(), guest.registration(), null)
                                .toCompletableFuture()
                                .join()),
                "awaited.noted",
                guest);
    }

    /** Whether it was noted on this page that they are here. */
    public boolean isNoted(AwaitedGuest guest) {
        return noted.containsKey(guest.registration());
    }

    /** It was a mistake. */
    public void undo(AwaitedGuest guest) {
        EntryId entry = noted.get(guest.registration());
        if (entry != null) {
            change(
                    () -> {
                        letIns.undo(current.id(), entry).toCompletableFuture().join();
                        noted.remove(guest.registration());
                    },
                    "awaited.undone",
                    guest);
        }
    }

    /** Somebody has met them, or no longer accompanies them. */
    public void accompany(AwaitedGuest guest) {
        boolean accompanied = guest.accompaniedSince() == null;
        change(
                () -> guests.accompany(current.id(), guest.registration(), accompanied, signedIn.author())
                        .toCompletableFuture()
                        .join(),
                accompanied ? "awaited.company" : "awaited.alone",
                guest);
    }

    private void change(PageMessages.Attempt attempt, String sentence, AwaitedGuest guest) {
        if (!current.isChangeable()) {
            messages.bad(reader.say("readonly"));
        } else if (messages.done(attempt)) {
            messages.good(reader.say(sentence, guest.name()));
        }
    }
}
