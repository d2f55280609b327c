package org.einlass.server.presence.clarification;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.desk.ClarificationStory;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.SettlementReason;
import org.einlass.contract.registration.Attendee;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventConfig;
import org.einlass.server.event.EventConfigCache;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.journal.Fact;
import org.einlass.server.journal.JournalIngest;
import org.einlass.server.journal.JournalTables;
import org.einlass.server.journal.ReceivedJournal;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationQueries;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tells what there is to clarify, page by page, and takes the settlements of people who stand at no desk; desks settle
 * by their journal. Any thread may call it except those that answer guests: it looks through all facts.
 */
public final class ClarificationService {
    /** As many as a page holds. */
    public static final int MOST = 100;

    /** Under which device the settlements of people stand in the journal; enrolled devices have other ids. */
    static final DeviceId WRITER = new DeviceId("einlass-server");

    private static final Wording NOT_OPEN =
            new Wording("Unter dieser Kennung ist nichts zu klären.", "There is nothing to clarify under this id.");
    private static final Wording READ_AGAIN = new Wording("Bitte die Liste neu laden.", "Load the list again.");
    private static final Wording NO_REASON = new Wording("Der Grund fehlt.", "The reason is missing.");
    private static final Wording SAY_WHY = new Wording(
            "Bitte einen dieser Gründe angeben: CHECKED, MISTAKE, TECHNICAL, OTHER.",
            "Give one of these reasons: CHECKED, MISTAKE, TECHNICAL, OTHER.");
    private static final Wording BAD_CURSOR =
            new Wording("Dieser Zeiger stammt von keiner Seite.", "This cursor is none of a page.");

    private final Store store;
    private final EventConfigCache eventConfigs;
    private final JournalIngest ingest;
    private final JournalTables journal;
    private final Clock clock;
    private final OpenCases openCases;

    public ClarificationService(
            Store store, EventConfigCache eventConfigs, JournalIngest ingest, JournalTables journal, Clock clock) {
        this.store = store;
        this.eventConfigs = eventConfigs;
        this.ingest = ingest;
        this.journal = journal;
        this.clock = clock;
        this.openCases = new OpenCases(clock);
    }

    /**
     * One page of what nobody has settled, the newest first.
     *
     * @param after the cursor that the page before named, or an empty text
     * @param most 1 to {@value #MOST} cases; anything else is taken as the nearest of them
     */
    public Clarification.Page page(EventId event, String after, int most) {
        if (!after.isEmpty() && !after.matches("[0-9]{1,15}\\.[0-9a-f]{1,60}")) {
            throw Rejected.badValue(BAD_CURSOR, READ_AGAIN, "after");
        }
        int size = Math.max(1, Math.min(MOST, most));
        return store.read(handle -> {
            List<OpenCase> all =
                    openCases.of(handle, event, config(handle, event).phase());
            List<OpenCase> rest = all.stream()
                    .filter(one -> one.isBehind(after))
                    .limit(size + 1L)
                    .toList();
            List<OpenCase> page = rest.subList(0, Math.min(size, rest.size()));
            String next = rest.size() > size ? page.get(size - 1).cursor() : null;
            return new Clarification.Page(told(handle, event, page), all.size(), next);
        });
    }

    /** All that nobody has settled, the newest first, at most {@value OpenCases#MOST}; practice only while it is practised. */
    public List<OpenCase> open(EventId event) {
        return store.read(
                handle -> openCases.of(handle, event, config(handle, event).phase()));
    }

    /** Gaps, copied disks and dangling references, settled or not; those that are explained by now are gone. */
    public List<OpenCase> ofDevices(EventId event) {
        return store.read(handle -> openCases.ofDevices(handle, event));
    }

    /**
     * Settles a case, in a transaction of its own; new entries open it again.
     *
     * @return the case as it was
     */
    public CompletionStage<Clarification> settle(EventId event, String id, @Nullable SettlementReason reason) {
        if (reason == null || reason == SettlementReason.UNRECOGNISED) {
            throw Rejected.badValue(NO_REASON, SAY_WHY, "reason");
        }
        AuditTrail trail = AuditTrail.of(AuditAction.CONFLICT_SETTLED, event.text());
        List<OpenCase> ofDevices = store.read(handle -> {
            config(handle, event);
            return openCases.ofDevices(handle, event);
        });
        return store.writeAlone(WriteKey.of(event), transaction -> {
            Handle handle = transaction.handle();
            EventConfig config = config(handle, event);
            OpenCase open = openCases.of(handle, event, config.phase(), ofDevices).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() ->
                            Rejected.because(RejectionReason.UNKNOWN_ENTRY).saying(NOT_OPEN, READ_AGAIN));
            Clarification told = told(handle, event, List.of(open)).get(0);
            write(transaction, config, open, reason);
            trail.add(transaction, id, clock.instant());
            return told;
        });
    }

    private void write(Transaction transaction, EventConfig config, OpenCase open, SettlementReason reason) {
        DeviceTime time = new DeviceTime(
                clock.instant(), new BootId(UUID.randomUUID()), Duration.ZERO, Duration.ZERO, Duration.ZERO);
        EntryHead head = new EntryHead(new EntryId(UUID.randomUUID()), 1, config.phase(), time, null);
        JournalEntry settled = new JournalEntry.Settled(head, open.id(), open.entries(), reason);
        ingest.in(transaction, List.of(ReceivedJournal.ofServer(config.event(), WRITER, settled)));
    }

    private EventConfig config(Handle handle, EventId event) {
        return eventConfigs
                .find(handle, event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
    }

    private List<Clarification> told(Handle handle, EventId event, List<OpenCase> cases) {
        if (cases.isEmpty()) {
            return List.of();
        }
        List<EntryId> entries = cases.stream()
                .flatMap(one -> one.entries().stream().limit(Clarification.MOST_STORIES))
                .distinct()
                .toList();
        CaseStories stories = new CaseStories(
                ClarificationQueries.places(handle, event, entries),
                ClarificationQueries.doors(handle, event),
                journal.messages().of(handle, event, entries));
        Map<EntryId, Fact> facts = new HashMap<>();
        journal.facts().of(handle, event, entries).forEach(fact -> facts.put(fact.id(), fact));
        Map<RegistrationId, Registration> people = RegistrationQueries.findAll(handle, event, registrations(cases));
        Map<DeviceId, String> devices = ClarificationQueries.devices(handle, event);
        return cases.stream()
                .map(one -> told(one, stories(one, facts, stories), people, devices))
                .toList();
    }

    private static List<ClarificationStory> stories(OpenCase one, Map<EntryId, Fact> facts, CaseStories stories) {
        return one.entries().stream()
                .flatMap(entry -> Stream.ofNullable(facts.get(entry)))
                .sorted()
                .flatMap(fact -> stories.story(fact).stream())
                .toList();
    }

    private static Collection<RegistrationId> registrations(List<OpenCase> cases) {
        return cases.stream().flatMap(one -> registration(one).stream()).collect(Collectors.toSet());
    }

    private static Optional<RegistrationId> registration(OpenCase one) {
        String subject = one.subject();
        boolean known = subject != null && !subject.isEmpty() && !subject.startsWith("?");
        return known ? Optional.of(new RegistrationId(UUID.fromString(subject))) : Optional.empty();
    }

    private static Clarification told(
            OpenCase one,
            List<ClarificationStory> stories,
            Map<RegistrationId, Registration> people,
            Map<DeviceId, String> devices) {
        Optional<Attendee> attendee = registration(one)
                .flatMap(id -> Optional.ofNullable(people.get(id)))
                .map(person -> person.particulars().attendee());
        DeviceId device = one.device();
        return new Clarification(
                one.id(),
                one.kind(),
                registration(one).orElse(null),
                attendee.map(Attendee::fullName).orElse(null),
                attendee.map(Attendee::organisation).orElse(null),
                device == null ? null : devices.getOrDefault(device, device.text()),
                one.missing(),
                one.entries(),
                stories);
    }
}
