package org.einlass.server.console.live;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.desk.ClarificationStory;
import org.einlass.contract.journal.SettlementReason;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.presence.clarification.ClarificationService;

/** The page of what a person has to clarify: what each device says stands side by side, and one tap settles it. */
@Named
@RequestScoped
public class ClarificationPage {
    @Inject
    private ClarificationService clarifications;

    @Inject
    private AuditService audit;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    /** The newest first; as many as the page holds. */
    public List<Clarification> getCases() {
        return current.shown("cases", () -> {
            audit.reads(AuditAction.REGISTRATIONS_READ, current.id().text(), "clarifications");
            return clarifications
                    .page(current.id(), "", ClarificationService.MOST)
                    .items();
        });
    }

    /** Why somebody may hold a case for settled. */
    public List<SettlementReason> getReasons() {
        return List.of(
                SettlementReason.CHECKED, SettlementReason.MISTAKE, SettlementReason.TECHNICAL, SettlementReason.OTHER);
    }

    /** Whom or which device a case is about; empty where nobody knows. */
    public String whom(Clarification one) {
        String name = one.name();
        String device = one.device();
        if (name != null) {
            String organisation = one.organisation();
            return organisation == null || organisation.isEmpty() ? name : name + ", " + organisation;
        }
        if (device != null) {
            return device;
        }
        return one.stories().isEmpty()
                ? reader.say("clarify.nobody")
                : one.stories().get(0).device();
    }

    /** What happened, in a sentence. */
    public String what(ClarificationStory story) {
        String what = reader.say("clarify.story." + story.action());
        Wording door = story.door();
        String where = door == null ? "" : " \u00b7 " + reader.words(door);
        String refusal = story.refusal() == null
                ? ""
                : " \u00b7 " + reader.words(story.refusal().staffSentence());
        String changes = story.changes().stream()
                .map(change -> " \u00b7 " + change.seen() + " \u2192 " + change.now())
                .collect(Collectors.joining());
        String name = story.name();
        return what + (name == null ? "" : " \u00b7 " + name) + where + refusal + changes;
    }

    /** When, and how sure that is. */
    public String when(ClarificationStory story) {
        String at = reader.second(story.at(), current.zone());
        return story.sure() ? at : reader.say("clarify.unsure", at);
    }

    /** Holds a case for settled; new entries open it again. */
    public void settle(Clarification one, SettlementReason reason) {
        if (!current.isChangeable()) {
            messages.bad(reader.say("readonly"));
            return;
        }
        boolean done = messages.done(() -> clarifications
                .settle(current.id(), one.id(), reason)
                .toCompletableFuture()
                .join());
        if (done) {
            messages.good(reader.say("clarify.settled", whom(one)));
        }
    }
}
