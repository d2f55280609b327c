package org.einlass.server.console.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignedIn;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.RegistrationService;
import org.einlass.server.registration.change.TwinPage;
import org.einlass.server.registration.change.TwinService;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of registrations that may be one person, side by side: merged, or remembered as two people, and both can be taken
 * back.
 */
@Named
@RequestScoped
public class TwinReview {
    /** Decided about one after the other; the next ones follow. */
    private static final int MOST_SHOWN = 10;

    @Inject
    private TwinService twins;

    @Inject
    private RegistrationService registrations;

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

    @Inject
    private RegistrationWords words;

    private TwinPage.@Nullable Decided decided;

    /** A pair with what tells its two registrations apart. */
    public record SideBySide(TwinPage.Pair pair, List<Line> lines) {

        public SideBySide {
            lines = List.copyOf(lines);
        }

        public String first() {
            return pair.first().registration().toString();
        }

        public String second() {
            return pair.second().registration().toString();
        }
    }

    /** What both registrations say of one thing. */
    public record Line(String label, String first, String second) {

        public boolean isSame() {
            return first.equals(second);
        }
    }

    /** The next pairs to decide about. */
    public List<SideBySide> getPairs() {
        return current.shown("twins", () -> {
            audit.reads(AuditAction.REGISTRATIONS_READ, current.id().text(), "twins");
            return twins.find(current.id(), "", MOST_SHOWN).pairs().stream()
                    .map(this::sideBySide)
                    .toList();
        });
    }

    /** Whether there may be more pairs than are shown. */
    public boolean isMore() {
        return getPairs().size() == MOST_SHOWN;
    }

    private SideBySide sideBySide(TwinPage.Pair pair) {
        Registration first = registrations.find(current.id(), pair.first().registration());
        Registration second = registrations.find(current.id(), pair.second().registration());
        RegistrationFields one = first.particulars();
        RegistrationFields other = second.particulars();
        List<Line> lines = new ArrayList<>();
        add(lines, "registrations.name", words.name(one.attendee()), words.name(other.attendee()));
        add(
                lines,
                "person.function",
                one.attendee().function(),
                other.attendee().function());
        add(
                lines,
                "registrations.organisation",
                one.attendee().organisation(),
                other.attendee().organisation());
        add(lines, "review.mail", mail(first), mail(second));
        add(lines, "registrations.status", words.status(one), words.status(other));
        add(lines, "registrations.category", words.category(one), words.category(other));
        add(lines, "field.programmes", words.programmes(one), words.programmes(other));
        add(lines, "person.bookings", words.bookings(one), words.bookings(other));
        add(
                lines,
                "person.key",
                Objects.requireNonNullElse(first.ownKey(), ""),
                Objects.requireNonNullElse(second.ownKey(), ""));
        return new SideBySide(pair, lines);
    }

    private void add(List<Line> lines, String label, String one, String other) {
        if (!one.isEmpty() || !other.isEmpty()) {
            lines.add(new Line(reader.say(label), one, other));
        }
    }

    private String mail(Registration registration) {
        return registrations.contacts(current.id(), registration.id()).getOrDefault("mail", "");
    }

    private TwinPage.Decided decided() {
        TwinPage.Decided known = decided;
        if (known == null) {
            known = twins.decided(current.id());
            decided = known;
        }
        return known;
    }

    /** Registrations whose codes lead to another one. */
    public List<TwinPage.Merged> getMerged() {
        return current.shown("merged", () -> decided().merged());
    }

    /** Pairs of which somebody said that they are two people. */
    public List<TwinPage.Distinct> getDistinct() {
        return current.shown("distinct", () -> decided().distinct());
    }

    /** As the page names somebody among others: name and organisation. */
    public String shown(TwinPage.Person person) {
        String name = person.name().isEmpty() ? reader.say("review.nameless") : person.name();
        return person.organisation().isEmpty() ? name : name + ", " + person.organisation();
    }

    /** One of a pair remains, and both codes lead to it. */
    public @Nullable String merge(String remaining, String twin) {
        return change(
                () -> twins.merge(
                        current.id(), RegistrationId.of(remaining), RegistrationId.of(twin), null, signedIn.author()),
                "review.merged.done");
    }

    /** They are two people and are proposed no more. */
    public @Nullable String distinguish(SideBySide one) {
        return change(
                () -> twins.distinguish(
                        current.id(),
                        one.pair().first().registration(),
                        one.pair().second().registration(),
                        signedIn.author()),
                "review.distinct.done");
    }

    /** A merged registration stands for itself again. */
    public @Nullable String split(TwinPage.Merged one) {
        return change(
                () -> twins.split(current.id(), one.twin().registration(), signedIn.author()), "review.split.done");
    }

    /** They may be one person after all. */
    public @Nullable String forget(TwinPage.Distinct one) {
        return change(
                () -> twins.forget(
                        current.id(), one.first().registration(), one.second().registration()),
                "review.forget.done");
    }

    private @Nullable String change(PageMessages.Attempt attempt, String sentence) {
        if (!messages.done(attempt)) {
            return null;
        }
        messages.good(reader.say(sentence));
        return current.page("review");
    }
}
