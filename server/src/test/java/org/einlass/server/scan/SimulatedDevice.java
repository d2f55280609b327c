package org.einlass.server.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.code.SealedDeskMessage;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeskMessage;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.FieldCorrection;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReport;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.journal.JournalJson;

/** A device of a test: its journal, its clock that may be wrong, its starts. */
final class SimulatedDevice {
    final DeviceId id;
    final List<JournalEntry> journal = new ArrayList<>();
    private final Map<EntryId, Start> startOf = new HashMap<>();
    private final Congress congress;
    private final Supplier<Instant> trueTime;
    private final Random chance;
    private Duration clockError = Duration.ZERO;
    private Instant bootedAt;
    private BootId boot;
    private Start start;
    private boolean saysWhenSent = true;
    private Phase phase = Phase.LIVE;

    SimulatedDevice(String id, Congress congress, Random chance) {
        this.id = new DeviceId(id);
        this.congress = congress;
        this.chance = chance;
        this.trueTime = congress.time::get;
        congress.enrol(this.id, DeviceKind.DESK);
        start();
    }

    /** A new start of machine and program. */
    void start() {
        bootedAt = trueTime.get().minusSeconds(60);
        boot = new BootId(uuid());
        start = new Start(new EpochId(uuid()), start == null ? null : start.epoch);
    }

    void clockError(Duration error) {
        clockError = error;
    }

    /** Whether its reports show its clock. */
    void saysWhenSent(boolean says) {
        saysWhenSent = says;
    }

    EpochId epoch() {
        return start.epoch;
    }

    private UUID uuid() {
        return new UUID(chance.nextLong(), chance.nextLong());
    }

    EntryId nextId() {
        return new EntryId(uuid());
    }

    DeviceTime time() {
        Instant now = trueTime.get();
        return new DeviceTime(now.plus(clockError), boot, Duration.between(bootedAt, now), null, null);
    }

    private EntryHead head(EntryId entry) {
        start.sequence++;
        return new EntryHead(entry, start.sequence, phase, time(), new OperatorId("helferin"));
    }

    ScanAnswer ask(EntryId scan, DoorId door, Code code) {
        return congress.ask(id, scan, door, code.text(), time());
    }

    /** Asks, shows what the server said, and journals it. */
    ScanAnswer scan(DoorId door, Code code) {
        EntryId scan = nextId();
        ScanAnswer answer = ask(scan, door, code);
        show(scan, door, code, outcome(answer));
        return answer;
    }

    static Outcome outcome(ScanAnswer answer) {
        return new Outcome(answer.verdict(), answer.refusal(), Outcome.Source.SERVER);
    }

    JournalEntry show(EntryId scan, DoorId door, PresentedCode code, Outcome outcome) {
        LookupId lookup = congress.salt.lookupId(code);
        return keep(new JournalEntry.Scanned(head(scan), door, lookup, ScanProof.of(code, scan), null, outcome));
    }

    JournalEntry admitAlone(DoorId door, Code code) {
        return show(nextId(), door, code, Outcome.admitted(Outcome.Source.DEVICE));
    }

    JournalEntry override(EntryId scan, DoorId door, Code code, Verdict verdict) {
        return keep(new JournalEntry.Overridden(head(nextId()), scan, door, congress.salt.lookupId(code), verdict));
    }

    JournalEntry undo(EntryId entry) {
        return keep(new JournalEntry.Undone(head(nextId()), entry));
    }

    JournalEntry count(String area, int people) {
        return keep(new JournalEntry.Counted(head(nextId()), new AreaId(area), people));
    }

    JournalEntry settle(String conflict, List<EntryId> entries) {
        return keep(new JournalEntry.Settled(head(nextId()), conflict, entries));
    }

    /** Who came, with the badge that they were given. */
    record Made(JournalEntry entry, RegistrationId registration, Code badge) {}

    Made walkIn(Attendee attendee, String category) {
        EntryId id = nextId();
        Code badge = congress.deskCode();
        RegistrationId registration = new RegistrationId(uuid());
        JournalEntry entry = keep(new JournalEntry.WalkedIn(
                head(id),
                registration,
                new CategoryId(category),
                List.of(),
                List.of(),
                congress.salt.lookupId(badge),
                letter(id, DeskMessage.of(attendee, badge.text()))));
        return new Made(entry, registration, badge);
    }

    Made substitute(RegistrationId before, Attendee attendee) {
        EntryId id = nextId();
        Code badge = congress.deskCode();
        RegistrationId registration = new RegistrationId(uuid());
        JournalEntry entry = keep(new JournalEntry.Substituted(
                head(id),
                registration,
                before,
                new CategoryId("attendee"),
                List.of(),
                List.of(),
                congress.salt.lookupId(badge),
                letter(id, DeskMessage.of(attendee, badge.text()))));
        return new Made(entry, registration, badge);
    }

    JournalEntry correct(RegistrationId registration, AttendeeField field, String seen, String now) {
        EntryId id = nextId();
        return keep(new JournalEntry.Corrected(
                head(id), registration, letter(id, DeskMessage.of(List.of(new FieldCorrection(field, seen, now))))));
    }

    Made reissue(RegistrationId registration, Code... replaced) {
        return assign(registration, congress.deskCode(), replaced);
    }

    /** A badge that is there already becomes somebody's. */
    Made assign(RegistrationId registration, Code badge, Code... replaced) {
        EntryId id = nextId();
        List<LookupId> replaces =
                Arrays.stream(replaced).map(congress.salt::lookupId).toList();
        JournalEntry entry = keep(new JournalEntry.BadgeReissued(
                head(id),
                registration,
                congress.salt.lookupId(badge),
                replaces,
                letter(id, DeskMessage.of(badge.text()))));
        return new Made(entry, registration, badge);
    }

    JournalEntry paper(DoorId door, RegistrationId registration, Instant writtenAt) {
        return keep(new JournalEntry.EnteredFromPaper(
                head(nextId()), door, registration, null, writtenAt, Duration.ofMinutes(5)));
    }

    /** An entry of the test's own making. */
    JournalEntry write(Function<EntryHead, JournalEntry> entry) {
        return keep(entry.apply(head(nextId())));
    }

    SealedDeskMessage letter(EntryId entry, DeskMessage deskMessage) {
        byte[] text = JournalJson.text(deskMessage).getBytes(UTF_8);
        return congress.letterBox().seal(Congress.EVENT, entry, text, chance);
    }

    void practises(Phase practice) {
        phase = practice;
    }

    private JournalEntry keep(JournalEntry entry) {
        journal.add(entry);
        startOf.put(entry.head().id(), start);
        return entry;
    }

    /** Delivers entries, a report for each start that they belong to; the receipt of the last one. */
    JournalReceipt deliver(List<JournalEntry> entries) {
        return deliver(entries, (entry, fate) -> {});
    }

    JournalReceipt deliver(List<JournalEntry> entries, BiConsumer<JournalEntry, JournalReceipt.Fate> heard) {
        Map<Start, List<JournalEntry>> byStart = new LinkedHashMap<>();
        for (JournalEntry entry : entries) {
            byStart.computeIfAbsent(startOf.getOrDefault(entry.head().id(), start), same -> new ArrayList<>())
                    .add(entry);
        }
        JournalReceipt last = new JournalReceipt(List.of(), trueTime.get());
        for (Map.Entry<Start, List<JournalEntry>> report : byStart.entrySet()) {
            last = congress.report(id, report(report.getKey(), report.getValue()));
            last.entries().forEach(fate -> heard.accept(report.getValue().get(fate.index()), fate.fate()));
        }
        return last;
    }

    /** Shows the server this start's clock and nothing else. */
    void contact() {
        congress.report(id, report(start, List.of()));
    }

    JournalReport report(List<JournalEntry> entries) {
        return report(start, entries);
    }

    private JournalReport report(Start of, List<JournalEntry> entries) {
        return new JournalReport(of.epoch, of.predecessor, of.sequence, entries, saysWhenSent ? time() : null);
    }

    JournalReceipt deliverAll() {
        return deliver(journal);
    }

    /** One start of the device's program. */
    private static final class Start {
        private final EpochId epoch;
        private final EpochId predecessor;
        private long sequence;

        private Start(EpochId epoch, EpochId predecessor) {
            this.epoch = epoch;
            this.predecessor = predecessor;
        }
    }
}
