package org.einlass.server.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.einlass.contract.code.SealedDeskMessage;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReceipt.EntryReceipt;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.server.answer.AnswerTable;
import org.einlass.server.database.Transaction;
import org.einlass.server.event.EventConfig;
import org.einlass.server.presence.AffectedSubjects;
import org.einlass.server.presence.FactEffects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes a report: each entry becomes a fact, is known already, or is kept in quarantine. None is refused. */
public final class JournalIngest {
    private final FactTable facts;
    private final AnswerTable answers;
    private final QuarantineTable quarantineTable = new QuarantineTable();
    private final EpochTable epochTable = new EpochTable();
    private final BootClocks bootClocks;
    private final EntryResolver entryResolver;
    private final SealedDeskMessages sealedDeskMessages;
    private final FactEffects factEffects;

    public JournalIngest(
            FactTable facts,
            AnswerTable answers,
            BootClocks bootClocks,
            EntryResolver entryResolver,
            SealedDeskMessages sealedDeskMessages,
            FactEffects factEffects) {
        this.facts = facts;
        this.answers = answers;
        this.bootClocks = bootClocks;
        this.entryResolver = entryResolver;
        this.sealedDeskMessages = sealedDeskMessages;
        this.factEffects = factEffects;
    }

    public JournalReceipt take(
            Transaction transaction,
            EventConfig eventConfig,
            DeviceId device,
            boolean revoked,
            JournalUpload report,
            Instant now) {
        Handle handle = transaction.handle();
        EventId event = eventConfig.event();
        epochTable.saw(handle, event, device, report.epoch().toString(), predecessor(report), report.highWater(), now);
        AffectedSubjects affectedSubjects = new AffectedSubjects();
        learnClocks(handle, event, device, report, now, affectedSubjects);
        Known known = known(handle, event, report);
        List<EntryReceipt> receipts = new ArrayList<>();
        for (ReceivedEntry receivedEntry : report.entries()) {
            String odd = revoked ? "The device was revoked." : known.oddity(device, receivedEntry);
            receipts.add(
                    odd == null
                            ? file(handle, eventConfig, device, report, receivedEntry, known, affectedSubjects, now)
                            : keepAside(handle, event, device, report, receivedEntry, odd, now));
        }
        factEffects.follow(transaction, eventConfig, affectedSubjects, now);
        return new JournalReceipt(receipts, now);
    }

    private static @Nullable String predecessor(JournalUpload report) {
        return report.predecessor() == null ? null : report.predecessor().toString();
    }

    private void learnClocks(
            Handle handle,
            EventId event,
            DeviceId device,
            JournalUpload report,
            Instant now,
            AffectedSubjects affectedSubjects) {
        List<ClockSample> contacts = new ArrayList<>();
        DeviceTime sent = report.sent();
        if (sent != null) {
            contacts.add(ClockSample.arrived(sent, now));
        }
        for (ReceivedEntry receivedEntry : report.entries()) {
            JournalEntry entry = receivedEntry.entry();
            if (entry != null) {
                ClockSample.told(entry.head().time()).ifPresent(contacts::add);
            }
        }
        contacts.stream()
                .sorted((one, other) -> one.isBetterThan(other) ? -1 : other.isBetterThan(one) ? 1 : 0)
                .forEach(contact -> factEffects.learn(handle, event, device, contact, affectedSubjects));
    }

    private Known known(Handle handle, EventId event, JournalUpload report) {
        List<EntryId> ids = report.entries().stream()
                .map(ReceivedEntry::entry)
                .filter(Objects::nonNull)
                .map(entry -> entry.head().id())
                .toList();
        return new Known(facts.contents(handle, event, ids), answers.owners(handle, event, ids));
    }

    private EntryReceipt file(
            Handle handle,
            EventConfig eventConfig,
            DeviceId device,
            JournalUpload report,
            ReceivedEntry receivedEntry,
            Known known,
            AffectedSubjects affectedSubjects,
            Instant now) {
        JournalEntry entry = Objects.requireNonNull(receivedEntry.entry(), "understood");
        EntryId id = entry.head().id();
        if (known.facts().containsKey(id)) {
            return new EntryReceipt(receivedEntry.index(), Fate.KNOWN, null);
        }
        EventId event = eventConfig.event();
        FactTable.ResolvedReferences filing =
                entryResolver.file(handle, event, report.epoch(), receivedEntry, entry, now);
        CorrectedTime time = time(handle, event, device, entry);
        facts.add(handle, event, device, entry, filing, time);
        SealedDeskMessage letter = SealedDeskMessages.in(entry);
        if (letter != null) {
            sealedDeskMessages.add(handle, event, id, EntryResolver.registration(entry), letter);
        }
        known.facts().put(id, device.text() + " " + receivedEntry.content());
        if (entry instanceof JournalEntry.Scanned scanned && known.answers().containsKey(id)) {
            answers.confirm(handle, event, id, scanned.outcome().verdict());
        }
        factEffects.note(handle, eventConfig, entry, filing, now, affectedSubjects);
        return new EntryReceipt(receivedEntry.index(), Fate.ACCEPTED, null);
    }

    /** What stands on paper happened when the paper says, whatever the clock of the device. */
    private CorrectedTime time(Handle handle, EventId event, DeviceId device, JournalEntry entry) {
        return entry instanceof JournalEntry.EnteredFromPaper line
                ? new CorrectedTime(
                        line.writtenAt().toEpochMilli(), line.uncertainty().toMillis(), true)
                : bootClocks.correct(handle, event, device, entry.head().time());
    }

    private EntryReceipt keepAside(
            Handle handle,
            EventId event,
            DeviceId device,
            JournalUpload report,
            ReceivedEntry receivedEntry,
            String reason,
            Instant now) {
        QuarantineTable.Item item = new QuarantineTable.Item(
                receivedEntry.content(),
                receivedEntry.id(),
                report.epoch().toString(),
                receivedEntry.sequence(),
                reason,
                JournalJson.text(receivedEntry.body()));
        quarantineTable.add(handle, event, device, item, now);
        return new EntryReceipt(receivedEntry.index(), Fate.QUARANTINED, reason);
    }

    /** What ids are in use, and for what. */
    private record Known(Map<EntryId, String> facts, Map<EntryId, String> answers) {
        private Known {
            facts = new HashMap<>(facts);
        }

        /** Why an entry cannot become a fact, or null. An id belongs to one device and one content. */
        private @Nullable String oddity(DeviceId device, ReceivedEntry receivedEntry) {
            JournalEntry entry = receivedEntry.entry();
            if (entry == null) {
                return Objects.requireNonNullElse(receivedEntry.reason(), "The entry cannot be read.");
            }
            EntryId id = entry.head().id();
            String same = device.text() + " " + receivedEntry.content();
            boolean used = !same.equals(facts.getOrDefault(id, same));
            boolean answered = answers.containsKey(id) && !isAnswersOwn(device, entry, answers.get(id));
            return used || answered ? "The entry's id belongs to another entry." : null;
        }

        private static boolean isAnswersOwn(DeviceId device, JournalEntry entry, @Nullable String owner) {
            if (!(entry instanceof JournalEntry.Scanned scanned)) {
                return false;
            }
            String code = scanned.code() == null ? "foreign" : scanned.code().hex();
            return (device.text() + " " + scanned.door().text() + " " + code).equals(owner);
        }
    }
}
