package org.einlass.server.admission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.einlass.contract.code.SealedLetter;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReceipt.EntryReceipt;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.server.database.Transaction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes a report: each entry becomes a fact, is known already, or is kept in quarantine. None is refused. */
final class Reporting {
    private final Facts facts;
    private final Answers answers;
    private final Quarantine quarantine = new Quarantine();
    private final Epochs epochs = new Epochs();
    private final Boots boots;
    private final Filer filer;
    private final Letters letters;
    private final Consequences consequences;

    Reporting(Facts facts, Answers answers, Boots boots, Filer filer, Letters letters, Consequences consequences) {
        this.facts = facts;
        this.answers = answers;
        this.boots = boots;
        this.filer = filer;
        this.letters = letters;
        this.consequences = consequences;
    }

    JournalReceipt take(
            Transaction transaction, Plan plan, DeviceId device, boolean revoked, IncomingReport report, Instant now) {
        Handle handle = transaction.handle();
        EventId event = plan.event();
        epochs.saw(handle, event, device, report.epoch().toString(), predecessor(report), report.highWater(), now);
        Touched touched = new Touched();
        learnClocks(handle, event, device, report, now, touched);
        Known known = known(handle, event, report);
        List<EntryReceipt> receipts = new ArrayList<>();
        for (Reported reported : report.entries()) {
            String odd = revoked ? "The device was revoked." : known.oddity(device, reported);
            receipts.add(
                    odd == null
                            ? file(handle, plan, device, report, reported, known, touched, now)
                            : keepAside(handle, event, device, report, reported, odd, now));
        }
        consequences.follow(transaction, plan, touched, now);
        return new JournalReceipt(receipts, now);
    }

    private static @Nullable String predecessor(IncomingReport report) {
        return report.predecessor() == null ? null : report.predecessor().toString();
    }

    private void learnClocks(
            Handle handle, EventId event, DeviceId device, IncomingReport report, Instant now, Touched touched) {
        List<Contact> contacts = new ArrayList<>();
        DeviceTime sent = report.sent();
        if (sent != null) {
            contacts.add(Contact.arrived(sent, now));
        }
        for (Reported reported : report.entries()) {
            JournalEntry entry = reported.entry();
            if (entry != null) {
                Contact.told(entry.head().time()).ifPresent(contacts::add);
            }
        }
        contacts.stream()
                .sorted((one, other) -> one.isBetterThan(other) ? -1 : other.isBetterThan(one) ? 1 : 0)
                .forEach(contact -> consequences.learn(handle, event, device, contact, touched));
    }

    private Known known(Handle handle, EventId event, IncomingReport report) {
        List<EntryId> ids = report.entries().stream()
                .map(Reported::entry)
                .filter(Objects::nonNull)
                .map(entry -> entry.head().id())
                .toList();
        return new Known(facts.contents(handle, event, ids), answers.owners(handle, event, ids));
    }

    private EntryReceipt file(
            Handle handle,
            Plan plan,
            DeviceId device,
            IncomingReport report,
            Reported reported,
            Known known,
            Touched touched,
            Instant now) {
        JournalEntry entry = Objects.requireNonNull(reported.entry(), "understood");
        EntryId id = entry.head().id();
        if (known.facts().containsKey(id)) {
            return new EntryReceipt(reported.index(), Fate.KNOWN, null);
        }
        EventId event = plan.event();
        Facts.Filing filing = filer.file(handle, event, report.epoch(), reported, entry, now);
        CorrectedTime time = time(handle, event, device, entry);
        facts.add(handle, event, device, entry, filing, time);
        SealedLetter letter = Letters.in(entry);
        if (letter != null) {
            letters.add(handle, event, id, Filer.registration(entry), letter);
        }
        known.facts().put(id, device.text() + " " + reported.content());
        if (entry instanceof JournalEntry.Scanned scanned && known.answers().containsKey(id)) {
            answers.confirm(handle, event, id, scanned.outcome().verdict());
        }
        consequences.note(handle, plan, entry, filing, now, touched);
        return new EntryReceipt(reported.index(), Fate.ACCEPTED, null);
    }

    /** What stands on paper happened when the paper says, whatever the clock of the device. */
    private CorrectedTime time(Handle handle, EventId event, DeviceId device, JournalEntry entry) {
        return entry instanceof JournalEntry.EnteredFromPaper line
                ? new CorrectedTime(
                        line.writtenAt().toEpochMilli(), line.uncertainty().toMillis(), true)
                : boots.correct(handle, event, device, entry.head().time());
    }

    private EntryReceipt keepAside(
            Handle handle,
            EventId event,
            DeviceId device,
            IncomingReport report,
            Reported reported,
            String reason,
            Instant now) {
        Quarantine.Item item = new Quarantine.Item(
                reported.content(),
                reported.id(),
                report.epoch().toString(),
                reported.sequence(),
                reason,
                JournalJson.text(reported.body()));
        quarantine.add(handle, event, device, item, now);
        return new EntryReceipt(reported.index(), Fate.QUARANTINED, reason);
    }

    /** What ids are in use, and for what. */
    private record Known(Map<EntryId, String> facts, Map<EntryId, String> answers) {
        private Known {
            facts = new HashMap<>(facts);
        }

        /** Why an entry cannot become a fact, or null. An id belongs to one device and one content. */
        private @Nullable String oddity(DeviceId device, Reported reported) {
            JournalEntry entry = reported.entry();
            if (entry == null) {
                return Objects.requireNonNullElse(reported.reason(), "The entry cannot be read.");
            }
            EntryId id = entry.head().id();
            String same = device.text() + " " + reported.content();
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
