package org.einlass.server.console.live;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.einlass.contract.Wording;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.PersonPage;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignedIn;
import org.einlass.server.live.AwaitedGuestService;
import org.einlass.server.presence.hand.LetInService;
import org.einlass.server.registration.change.RegistrationChangeService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jspecify.annotations.Nullable;

/** What an organiser does about one person on the day: let in, cancel, block, confirm, and note a number. */
@Named
@RequestScoped
public class PersonActs {
    private static final Wording REPRESENTED = new Wording(
            "An dieser Person ändert sich nichts: Ihren Platz hat die Vertretung.",
            "Nothing changes about this person: their substitute has the place.");
    private static final Wording UNDO_SUBSTITUTION =
            new Wording("Bitte zuerst die Vertretung zurücknehmen.", "Undo the substitution first.");

    @Inject
    private PersonPage person;

    @Inject
    private LetInService letIns;

    @Inject
    private RegistrationChangeService changes;

    @Inject
    private AwaitedGuestService guests;

    @Inject
    private CurrentEvent current;

    @Inject
    private SignedIn signedIn;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private @Nullable String phone;

    private RegistrationId id() {
        return RegistrationId.of(person.getId());
    }

    /** Under which number the person is reached; empty while a form comes in, before it is known whom it is about. */
    public String getPhone() {
        String typed = phone;
        if (typed != null || person.getId().isEmpty()) {
            return Objects.requireNonNullElse(typed, "");
        }
        return guests.phone(current.id(), id());
    }

    public void setPhone(@Nullable String phone) {
        this.phone = Objects.requireNonNullElse(phone, "");
    }

    public @Nullable String keepPhone() {
        return change(
                () -> guests.setPhone(current.id(), id(), getPhone())
                        .toCompletableFuture()
                        .join(),
                "acts.phone.kept");
    }

    /** Notes that the person is here, though no device has scanned anything. */
    public @Nullable String letIn() {
        return change(
                () -> letIns.letIn(current.id(), id(), null)
                        .toCompletableFuture()
                        .join(),
                "acts.letin");
    }

    /** Whether the registration may enter; also while a form comes in, before it is known whom it is about. */
    public boolean isExpected() {
        return person.getId().isEmpty()
                || person.getRegistration().particulars().status() == RegistrationStatus.CONFIRMED;
    }

    /** Whether it may not; also while a form comes in, before it is known whom it is about. */
    public boolean isUnexpected() {
        return person.getId().isEmpty() || !isExpected();
    }

    public @Nullable String cancel() {
        return status(RegistrationStatus.CANCELLED);
    }

    public @Nullable String block() {
        return status(RegistrationStatus.BLOCKED);
    }

    public @Nullable String confirm() {
        return status(RegistrationStatus.CONFIRMED);
    }

    private @Nullable String status(RegistrationStatus status) {
        return change(
                () -> {
                    if (changes.changeAll(current.id(), List.of(id()), status, signedIn.author()) == 0) {
                        throw Rejected.because(RejectionReason.CONFLICT).saying(REPRESENTED, UNDO_SUBSTITUTION);
                    }
                },
                "acts.status." + status);
    }

    private @Nullable String change(PageMessages.Attempt attempt, String sentence) {
        if (!current.isChangeable()) {
            messages.bad(reader.say("readonly"));
            return null;
        }
        if (!messages.done(attempt)) {
            return null;
        }
        messages.good(reader.say(sentence));
        return current.page("person") + "&person=" + id();
    }
}
