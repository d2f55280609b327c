package org.einlass.server.console.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.PersonPage;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignedIn;
import org.einlass.server.registration.RegistrationMatches;
import org.einlass.server.registration.RegistrationService;
import org.einlass.server.registration.change.TwinPage;
import org.einlass.server.registration.change.TwinService;
import org.jspecify.annotations.Nullable;

/** Another registration of the person on the page: found by a search, merged into this one, and split again. */
@Named
@RequestScoped
public class PersonMerge {
    private static final int MOST_SHOWN = 10;

    @Inject
    private PersonPage person;

    @Inject
    private RegistrationService registrations;

    @Inject
    private TwinService twins;

    @Inject
    private AuditService audit;

    @Inject
    private CurrentEvent current;

    @Inject
    private SignedIn signedIn;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private String text = "";

    private RegistrationId id() {
        return RegistrationId.of(person.getId());
    }

    /** Words of the other registration's name or organisation. */
    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = Objects.requireNonNullElse(text, "").strip();
    }

    /** Shows who is found. */
    public void find() {
        if (text.isEmpty()) {
            messages.bad(reader.say("merge.empty"));
        }
    }

    /** Who may be meant, without the person on the page. */
    public List<RegistrationMatches.Line> getFound() {
        return current.shown("merge.found", () -> {
            if (text.isEmpty() || person.getId().isEmpty()) {
                return List.of();
            }
            audit.reads(AuditAction.REGISTRATIONS_SEARCHED, current.id().text(), "");
            return registrations.search(current.id(), text, null, 0, MOST_SHOWN + 1).lines().stream()
                    .filter(line -> !line.id().equals(id()))
                    .limit(MOST_SHOWN)
                    .toList();
        });
    }

    /** Whether somebody was looked for and nobody found. */
    public boolean isNobody() {
        return !text.isEmpty() && getFound().isEmpty();
    }

    /** Registrations whose codes lead here. */
    public List<TwinPage.Merged> getMerged() {
        return current.shown(
                "merge.merged",
                () -> person.getId().isEmpty()
                        ? List.of()
                        : twins.decided(current.id()).merged().stream()
                                .filter(one -> one.remaining().registration().equals(id()))
                                .toList());
    }

    /** Both codes lead to the person on the page from now on. */
    public @Nullable String merge(RegistrationMatches.Line other) {
        return change(() -> twins.merge(current.id(), id(), other.id(), null, signedIn.author()), "review.merged.done");
    }

    /** A merged registration stands for itself again. */
    public @Nullable String split(TwinPage.Merged one) {
        return change(
                () -> twins.split(current.id(), one.twin().registration(), signedIn.author()), "review.split.done");
    }

    private @Nullable String change(PageMessages.Attempt attempt, String sentence) {
        if (!messages.done(attempt)) {
            return null;
        }
        messages.good(reader.say(sentence));
        return current.page("person") + "&person=" + id();
    }
}
