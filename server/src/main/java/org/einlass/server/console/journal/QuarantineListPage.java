package org.einlass.server.console.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.id.DeviceId;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignedIn;
import org.einlass.server.device.DeviceService;
import org.einlass.server.device.DeviceState;
import org.einlass.server.journal.QuarantinePage;
import org.einlass.server.journal.QuarantineService;
import org.einlass.server.journal.QuarantinedEntry;
import org.einlass.server.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The page of what devices reported and what became no fact: an organiser looks at one entry after the other, and
 * makes it a fact or lets it be, with a reason. Auditors read.
 */
@Named
@ViewScoped
@SuppressWarnings("serial") // views stay in this server's memory
public class QuarantineListPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 100;
    private static final ObjectMapper JSON = Json.mapper();

    @Inject
    private transient QuarantineService quarantine;

    @Inject
    private transient DeviceService devices;

    @Inject
    private CurrentEvent current;

    @Inject
    private SignedIn signedIn;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private boolean decided;
    private String after = "";
    private QuarantinePage page = new QuarantinePage(List.of(), null);
    private @Nullable QuarantinedEntry open;
    private String reason = "";

    /** A decision about one entry. */
    @FunctionalInterface
    private interface Decision {
        CompletionStage<QuarantinedEntry> about(DeviceId device, String content, String reason, String by);
    }

    /** Reads what waits for a decision. @return where to go instead, for an address that names no event */
    public @Nullable String open() {
        String elsewhere = current.check();
        if (elsewhere == null) {
            read("");
        }
        return elsewhere;
    }

    private void read(String cursor) {
        open = null;
        reason = "";
        after = cursor;
        page = quarantine.page(current.id(), decided, cursor, LINES);
    }

    public void showWaiting() {
        decided = false;
        read("");
    }

    public void showDecided() {
        decided = true;
        read("");
    }

    public void further() {
        String next = page.next();
        read(next == null ? "" : next);
    }

    /** Opens an entry, to be looked at and decided about. */
    public void look(QuarantinedEntry entry) {
        open = entry;
        reason = "";
    }

    /** Makes the open entry a fact. */
    public void release() {
        decide(
                (device, content, why, by) -> quarantine.release(current.id(), device, content, why, by),
                "quarantine.released");
    }

    /** Lets the open entry be: it never counts. */
    public void dismiss() {
        decide(
                (device, content, why, by) -> quarantine.dismiss(current.id(), device, content, why, by),
                "quarantine.dismissed");
    }

    private void decide(Decision decision, String sentence) {
        QuarantinedEntry entry = open;
        if (entry == null || !current.isChangeable()) {
            messages.bad(reader.say("readonly"));
            return;
        }
        boolean done = messages.done(() -> decision.about(entry.device(), entry.content(), reason, signedIn.author())
                .toCompletableFuture()
                .join());
        if (done) {
            messages.good(reader.say(sentence));
            read(after);
        }
    }

    public List<QuarantinedEntry> getEntries() {
        return page.entries();
    }

    public boolean isDecided() {
        return decided;
    }

    public boolean isFurther() {
        return page.next() != null;
    }

    public @Nullable QuarantinedEntry getOpened() {
        return open;
    }

    /** What was reported, one field a line where it can be read at all. */
    public String getBody() {
        QuarantinedEntry entry = open;
        if (entry == null) {
            return "";
        }
        try {
            return JSON.readTree(entry.body()).toPrettyString();
        } catch (JsonProcessingException unreadable) {
            return entry.body();
        }
    }

    /** By the device's title. */
    public String device(QuarantinedEntry entry) {
        return current.shown("devices", () -> devices.all(current.id())).stream()
                .filter(device -> device.device().equals(entry.device()))
                .map(DeviceState::title)
                .findFirst()
                .orElse(entry.device().text());
    }

    public String received(QuarantinedEntry entry) {
        return reader.second(entry.receivedAt(), current.zone());
    }

    /** What a person decided, and why; an empty text where nobody did. */
    public String decision(QuarantinedEntry entry) {
        QuarantinedEntry.Decision made = entry.decision();
        return made == null ? "" : reader.say("quarantine.fate." + made.fate()) + " (" + made.reason() + ")";
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
