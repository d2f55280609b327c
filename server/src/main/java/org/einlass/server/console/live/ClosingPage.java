package org.einlass.server.console.live;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Phase;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignedIn;
import org.einlass.server.console.numbers.NumbersTable;
import org.einlass.server.live.ClosingService;
import org.einlass.server.live.ClosingState;
import org.jspecify.annotations.Nullable;

/** The page on which an organiser closes an event, step by step; what is not reached stands there by name. */
@Named
@RequestScoped
public class ClosingPage {
    @Inject
    private ClosingService closing;

    @Inject
    private CurrentEvent current;

    @Inject
    private SignedIn signedIn;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private @Nullable ClosingState state;

    public ClosingState getState() {
        ClosingState known = state;
        if (known == null) {
            known = closing.read(current.id());
            state = known;
        }
        return known;
    }

    /** What is reached, or who or what stands in the way. */
    public String say(ClosingState.Step step) {
        String key = "closing." + step.kind() + (step.reached() ? ".done" : ".open");
        return reader.say(key, String.join(", ", step.open()));
    }

    /** The frozen figures in a sentence; empty before. */
    public String getFigures() {
        ClosingState.Frozen frozen = getState().frozen();
        return frozen == null
                ? ""
                : reader.say(
                        "closing.figures",
                        number(frozen.arrived()),
                        number(frozen.registered()),
                        reader.moment(frozen.at(), current.zone()));
    }

    /** Who had not delivered when the figures were frozen; empty where everybody had. */
    public String getBehind() {
        ClosingState.Frozen frozen = getState().frozen();
        return frozen == null || frozen.behind().isEmpty()
                ? ""
                : reader.say("closing.behind", String.join(", ", frozen.behind()));
    }

    /** What was delivered since; empty where nothing was. */
    public String getLate() {
        ClosingState.Frozen frozen = getState().frozen();
        if (frozen == null || frozen.late().isEmpty()) {
            return "";
        }
        String devices = frozen.late().stream()
                .map(late -> late.device() + " (" + number(late.entries()) + ")")
                .collect(Collectors.joining(", "));
        return reader.say("closing.late", devices, number(frozen.arrivedNow()), number(frozen.registeredNow()));
    }

    private String number(long number) {
        return NumbersTable.number(number, reader.getLocale());
    }

    /** Keeps the figures of this moment. */
    public @Nullable String freeze() {
        return change(
                () -> closing.freeze(current.id(), signedIn.author())
                        .toCompletableFuture()
                        .join(),
                "closing.frozen");
    }

    public @Nullable String close() {
        return phase(Phase.CLOSED, "closing.closed");
    }

    /** It was closed too early; nothing is lost. */
    public @Nullable String reopen() {
        return phase(Phase.LIVE, "closing.reopened");
    }

    private @Nullable String phase(Phase phase, String sentence) {
        return change(
                () -> closing.change(current.id(), phase).toCompletableFuture().join(), sentence);
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
        return current.page("closing");
    }

    public boolean isClosed() {
        return getState().phase() == Phase.CLOSED;
    }
}
