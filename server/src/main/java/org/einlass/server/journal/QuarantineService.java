package org.einlass.server.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventTable;
import org.einlass.server.journal.QuarantinedEntry.Decision;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * Lets people see what became no fact, and decide about it. Any thread may call it; the stages are completed
 * after the commit, or exceptionally with {@link Rejected}.
 */
public final class QuarantineService {
    private static final int MOST = 500;
    private static final int LONGEST_REASON = 500;
    private static final Wording SAY_WHY =
            new Wording("Bitte einen Grund von 1 bis 500 Zeichen angeben.", "Give a reason of 1 to 500 characters.");
    private static final Wording NO_REASON = new Wording("Der Grund fehlt.", "The reason is missing.");
    private static final Wording DECIDED = new Wording("Darüber wurde schon entschieden.", "This was decided already.");
    private static final Wording NO_FACT = new Wording(
            "Daraus kann keine Tatsache werden: Der Eintrag ist nicht zu verstehen, oder seine Kennung ist vergeben.",
            "This cannot become a fact: the entry cannot be understood, or its id belongs to another entry.");
    private static final Wording DISMISS =
            new Wording("Bitte den Eintrag mit einem Grund verwerfen.", "Dismiss the entry with a reason.");

    private final Store store;
    private final JournalIngest ingest;
    private final QuarantineTable table = new QuarantineTable();
    private final Clock clock;

    public QuarantineService(Store store, JournalIngest ingest, Clock clock) {
        this.store = store;
        this.ingest = ingest;
        this.clock = clock;
    }

    /**
     * One page in the order of devices.
     *
     * @param decided whether those are asked for about which a person has decided
     * @param after the cursor that the page before named, or an empty text
     * @param most 1 to {@value #MOST} entries; anything else is taken as the nearest of them
     */
    public QuarantinePage page(EventId event, boolean decided, String after, int most) {
        int size = Math.max(1, Math.min(MOST, most));
        List<QuarantinedEntry> found = store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return table.page(handle, event, decided, after, size + 1);
        });
        boolean last = found.size() <= size;
        List<QuarantinedEntry> page = last ? found : found.subList(0, size);
        return new QuarantinePage(page, last ? null : QuarantineTable.cursor(page.get(size - 1)));
    }

    /**
     * Makes an entry a fact, whatever its device may write. It must be understood, and its id must be free.
     */
    public CompletionStage<QuarantinedEntry> release(
            EventId event, DeviceId device, String content, @Nullable String reason, String by) {
        String because = checked(reason);
        AuditTrail trail = AuditTrail.of(AuditAction.ENTRY_RELEASED, event.text());
        return store.writeAlone(key(event, device), transaction -> {
            QuarantinedEntry entry = undecided(transaction, event, device, content);
            ReceivedJournal journal = journal(event, entry).orElseThrow(QuarantineService::noFact);
            Fate fate = ingest.in(transaction, List.of(journal))
                    .get(0)
                    .entries()
                    .get(0)
                    .fate();
            if (fate == Fate.QUARANTINED) {
                throw noFact();
            }
            trail.add(transaction, device + "/" + content, clock.instant());
            return decide(transaction, event, entry, QuarantinedEntry.Fate.RELEASED, because, by);
        });
    }

    /** Lets an entry be: it never counts, and is looked at no more. */
    public CompletionStage<QuarantinedEntry> dismiss(
            EventId event, DeviceId device, String content, @Nullable String reason, String by) {
        String because = checked(reason);
        AuditTrail trail = AuditTrail.of(AuditAction.ENTRY_DISMISSED, event.text());
        return store.writeAlone(key(event, device), transaction -> {
            QuarantinedEntry entry = undecided(transaction, event, device, content);
            trail.add(transaction, device + "/" + content, clock.instant());
            return decide(transaction, event, entry, QuarantinedEntry.Fate.DISMISSED, because, by);
        });
    }

    private static WriteKey key(EventId event, DeviceId device) {
        return new WriteKey(event.text(), "", device.text());
    }

    private static String checked(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Rejected.badValue(NO_REASON, SAY_WHY, "reason");
        }
        return reason.strip();
    }

    private QuarantinedEntry undecided(Transaction transaction, EventId event, DeviceId device, String content) {
        QuarantinedEntry entry = table.find(transaction.handle(), event, device, content)
                .orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_ENTRY));
        if (entry.decision() != null) {
            throw Rejected.because(RejectionReason.CONFLICT).saying(DECIDED, RejectionReason.CONFLICT.remedy());
        }
        return entry;
    }

    private static Rejected noFact() {
        return Rejected.because(RejectionReason.CONFLICT).saying(NO_FACT, DISMISS);
    }

    /** The entry as if it were reported again; empty where it never was one. */
    private static Optional<ReceivedJournal> journal(EventId event, QuarantinedEntry entry) {
        if (entry.epoch() == null) {
            return Optional.empty();
        }
        try {
            JsonNode body = JournalJson.mapper().readTree(entry.body());
            EpochId epoch = new EpochId(UUID.fromString(entry.epoch()));
            return Optional.of(ReceivedJournal.released(event, entry.device(), epoch, body));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private QuarantinedEntry decide(
            Transaction transaction,
            EventId event,
            QuarantinedEntry entry,
            QuarantinedEntry.Fate fate,
            String because,
            String by) {
        Decision decision = new Decision(fate, clock.instant(), by, because);
        table.decide(transaction.handle(), event, entry, decision);
        return table.find(transaction.handle(), event, entry.device(), entry.content())
                .orElseThrow();
    }
}
