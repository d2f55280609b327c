package org.einlass.server.console.live;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.einlass.contract.counter.HelpCall;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.counter.HelpCallService;

/** The page of calls for help: one tap says that somebody comes, another one that all is well again. */
@Named
@RequestScoped
public class HelpCallPage {
    @Inject
    private HelpCallService calls;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    /** Those that nobody has acknowledged first. */
    public List<HelpCall> getAll() {
        return current.shown("calls", () -> calls.open(current.id()).calls());
    }

    /** Since when, and who comes. */
    public String state(HelpCall call) {
        String since = reader.say("calls.since", reader.moment(call.calledAt(), current.zone()));
        if (!call.isAcknowledged()) {
            return since;
        }
        String by = call.acknowledgedBy();
        return since + " \u00b7 " + (by == null ? reader.say("calls.comes") : reader.say("calls.comes.from", by));
    }

    public void acknowledge(HelpCall call) {
        act(() -> calls.acknowledge(current.id(), call.call(), null), "calls.acknowledged", call);
    }

    public void end(HelpCall call) {
        act(() -> calls.end(current.id(), call.call()), "calls.ended", call);
    }

    private void act(Supplier<CompletionStage<HelpCall>> act, String sentence, HelpCall call) {
        if (!current.isChangeable()) {
            messages.bad(reader.say("readonly"));
            return;
        }
        if (messages.done(() -> act.get().toCompletableFuture().join())) {
            messages.good(reader.say(sentence, call.place()));
        }
    }
}
