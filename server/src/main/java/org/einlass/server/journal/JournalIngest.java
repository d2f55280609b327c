package org.einlass.server.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReceipt.EntryReceipt;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.server.answer.AnswerTable;
import org.einlass.server.database.BatchWrite;
import org.einlass.server.database.Transaction;
import org.einlass.server.device.ReportingDevices;
import org.einlass.server.event.EventConfig;
import org.einlass.server.event.EventConfigCache;
import org.einlass.server.journal.BootClocks.Met;
import org.einlass.server.journal.quota.DeviceQuotaTable;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.IssuedCode;
import org.einlass.server.registration.RegistrationErasures;
import org.jdbi.v3.core.Handle;

/**
 * Takes the journals that devices report: each entry becomes a fact, is known already, or is kept in
 * quarantine. None is refused. What the entries of all waiting reports need is read in one query a kind, then
 * decided entry by entry in memory, then written in bulk.
 */
public final class JournalIngest implements BatchWrite<ReceivedJournal, JournalReceipt> {
    private final Clock clock;
    private final EventConfigCache eventConfigs;
    private final CodeTable codeTable;
    private final FactTable factTable;
    private final AnswerTable answerTable;
    private final QuarantineTable quarantineTable = new QuarantineTable();
    /** A report without anything new leaves its epoch and its clock behind, so it counts as one entry. */
    private static final String NOTHING_NEW = "";

    private final EpochTable epochTable = new EpochTable();
    private final ReportingDevices reportingDevices = new ReportingDevices();
    private final ClockContacts clockContacts;
    private final EntryResolver entryResolver;
    private final SealedDeskMessages sealedDeskMessages;
    private final JournalListener listener;

    public JournalIngest(
            Clock clock,
            EventConfigCache eventConfigs,
            CodeTable codeTable,
            JournalTables tables,
            AnswerTable answerTable,
            JournalListener listener) {
        this.clock = clock;
        this.eventConfigs = eventConfigs;
        this.codeTable = codeTable;
        this.factTable = tables.facts();
        this.answerTable = answerTable;
        this.clockContacts = tables.clocks();
        this.entryResolver = new EntryResolver(codeTable);
        this.sealedDeskMessages = tables.messages();
        this.listener = listener;
    }

    @Override
    public List<JournalReceipt> in(Transaction transaction, List<ReceivedJournal> journals) {
        Map<EventId, List<ReceivedJournal>> byEvent = journals.stream()
                .collect(Collectors.groupingBy(ReceivedJournal::event, LinkedHashMap::new, Collectors.toList()));
        IdentityHashMap<ReceivedJournal, JournalReceipt> receipts = new IdentityHashMap<>();
        byEvent.forEach((event, reported) -> receipts.putAll(new EventJournals(transaction, event, reported).take()));
        return journals.stream().map(receipts::get).toList();
    }

    /** Takes the journals of one event. */
    private final class EventJournals {
        private final Transaction transaction;
        private final Handle handle;
        private final EventConfig eventConfig;
        private final EventId event;
        private final List<ReceivedJournal> journals;
        private final Instant now = clock.instant();
        private final ClockContacts.Learned learned;
        private final KnownIds knownIds;
        private final QuarantineRules rules;
        private final Map<LookupId, IssuedCode> codes;
        private final List<RecordedFact> recorded = new ArrayList<>();
        private final List<QuarantineTable.Item> quarantined = new ArrayList<>();
        private final Map<DeviceId, DeviceQuotaTable.Taken> taken = new LinkedHashMap<>();
        private final Map<EntryId, Verdict> outcomes = new LinkedHashMap<>();

        private EventJournals(Transaction transaction, EventId event, List<ReceivedJournal> journals) {
            this.transaction = transaction;
            this.handle = transaction.handle();
            this.eventConfig = eventConfigs.of(transaction, event);
            this.event = event;
            this.journals = journals;
            Set<DeviceId> devices =
                    journals.stream().map(ReceivedJournal::device).collect(Collectors.toCollection(LinkedHashSet::new));
            this.learned = clockContacts.learnAll(handle, event, devices, contacts());
            this.knownIds = knownIds();
            this.rules = new QuarantineRules(eventConfig, reportingDevices.among(handle, event, devices), knownIds);
            this.codes = codeTable.find(
                    handle,
                    event,
                    understood()
                            .map(EntryResolver::code)
                            .flatMap(Optional::stream)
                            .collect(Collectors.toSet()));
        }

        private IdentityHashMap<ReceivedJournal, JournalReceipt> take() {
            IdentityHashMap<ReceivedJournal, JournalReceipt> receipts = new IdentityHashMap<>();
            for (ReceivedJournal journal : journals) {
                long before = counted(journal.device());
                List<EntryReceipt> fates = journal.upload().entries().stream()
                        .map(entry -> decide(journal, entry))
                        .toList();
                if (!journal.released() && counted(journal.device()) == before) {
                    count(journal.device(), NOTHING_NEW);
                }
                receipts.put(journal, new JournalReceipt(fates, now));
            }
            write();
            return receipts;
        }

        private void write() {
            epochTable.saw(handle, event, journals, now);
            quarantineTable.add(handle, event, quarantined, now);
            DeviceQuotaTable.add(handle, event, taken);
            factTable.add(handle, event, recorded);
            sealedDeskMessages.add(
                    handle, event, recorded.stream().map(RecordedFact::entry).toList());
            answerTable.confirm(handle, event, outcomes);
            listener.journalChanged(transaction, eventConfig, new JournalChanges(recorded, learned.devices()), now);
        }

        private Stream<JournalEntry> understood() {
            return journals.stream()
                    .flatMap(journal -> journal.upload().entries().stream())
                    .map(ReceivedEntry::entry)
                    .filter(Objects::nonNull);
        }

        private Collection<Met> contacts() {
            List<Met> contacts = new ArrayList<>();
            for (ReceivedJournal journal : journals) {
                DeviceTime sent = journal.upload().sent();
                if (sent != null) {
                    contacts.add(new Met(journal.device(), ClockSample.arrived(sent, now)));
                }
                for (ReceivedEntry entry : journal.upload().entries()) {
                    Optional.ofNullable(entry.entry())
                            .flatMap(understood ->
                                    ClockSample.told(understood.head().time()))
                            .ifPresent(sample -> contacts.add(new Met(journal.device(), sample)));
                }
            }
            return contacts;
        }

        private KnownIds knownIds() {
            Set<EntryId> ids = understood()
                    .flatMap(EventJournals::idAndEarlier)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return KnownIds.read(handle, event, ids);
        }

        /** Whose entry is undone, or whose scan an answer follows, matters as much as whose an entry's own id is. */
        private static Stream<EntryId> idAndEarlier(JournalEntry entry) {
            EntryId id = entry.head().id();
            if (entry instanceof JournalEntry.GuestEntry answered) {
                return Stream.of(id, answered.scan());
            }
            return entry instanceof JournalEntry.Undone undone ? Stream.of(id, undone.entry()) : Stream.of(id);
        }

        private EntryReceipt decide(ReceivedJournal journal, ReceivedEntry received) {
            String reason = rules.reason(journal, received, learned.clocks());
            return reason == null ? accept(journal, received) : keepAside(journal, received, reason);
        }

        private EntryReceipt accept(ReceivedJournal journal, ReceivedEntry received) {
            JournalEntry entry = Objects.requireNonNull(received.entry(), "understood");
            EntryId id = entry.head().id();
            DeviceId device = journal.device();
            if (knownIds.isFact(id)) {
                return new EntryReceipt(received.index(), Fate.KNOWN, null);
            }
            ResolvedReferences references = references(entry, journal, received);
            if (!journal.released()) {
                count(device, received.text());
            }
            recorded.add(new RecordedFact(device, entry, references, time(device, entry)));
            knownIds.add(id, device, received);
            if (entry instanceof JournalEntry.Scanned scanned && knownIds.isAnswered(id)) {
                outcomes.put(id, scanned.outcome().verdict());
            }
            return new EntryReceipt(received.index(), Fate.ACCEPTED, null);
        }

        /** A line from paper may name somebody who was merged into another registration since its roster was made. */
        private ResolvedReferences references(JournalEntry entry, ReceivedJournal journal, ReceivedEntry received) {
            ResolvedReferences references =
                    entryResolver.resolve(event, journal.upload().epoch(), received, codes, rules.trusts(journal), now);
            RegistrationId named = entry instanceof JournalEntry.EnteredFromPaper line && line.code() == null
                    ? line.registration()
                    : null;
            return named == null
                    ? references
                    : references.about(
                            RegistrationErasures.remaining(handle, event, named).toString());
        }

        private long counted(DeviceId device) {
            DeviceQuotaTable.Taken sofar = taken.get(device);
            return sofar == null ? 0 : sofar.entries();
        }

        private void count(DeviceId device, String text) {
            taken.merge(device, new DeviceQuotaTable.Taken(1, text.length()), DeviceQuotaTable.Taken::and);
        }

        /** What stands on paper happened when the paper says, whatever the clock of the device. */
        private CorrectedTime time(DeviceId device, JournalEntry entry) {
            return entry instanceof JournalEntry.EnteredFromPaper line
                    ? new CorrectedTime(
                            line.writtenAt().toEpochMilli(), line.uncertainty().toMillis(), true)
                    : learned.clocks().correct(device, entry.head().time());
        }

        private EntryReceipt keepAside(ReceivedJournal journal, ReceivedEntry received, String reason) {
            count(journal.device(), received.text());
            quarantined.add(new QuarantineTable.Item(
                    journal.device(),
                    received.content(),
                    received.id(),
                    journal.upload().epoch().toString(),
                    received.sequence(),
                    reason,
                    received.text()));
            return new EntryReceipt(received.index(), Fate.QUARANTINED, reason);
        }
    }
}
