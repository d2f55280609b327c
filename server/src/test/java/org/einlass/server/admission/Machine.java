package org.einlass.server.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReport;
import org.einlass.contract.wire.ScanAnswer;

/** A device of a test: its journal, its clock that may be wrong, its starts. */
final class Machine {
    final DeviceId id;
    final List<JournalEntry> journal = new ArrayList<>();
    private final Congress congress;
    private final Supplier<Instant> trueTime;
    private final Random chance;
    private Duration clockError = Duration.ZERO;
    private Instant bootedAt;
    private BootId boot;
    private EpochId epoch;
    private EpochId predecessor;
    private long sequence;

    Machine(String id, Congress congress, Random chance) {
        this.id = new DeviceId(id);
        this.congress = congress;
        this.chance = chance;
        this.trueTime = congress.time::get;
        start();
    }

    /** A new start of machine and program. */
    void start() {
        bootedAt = trueTime.get().minusSeconds(60);
        boot = new BootId(uuid());
        predecessor = epoch;
        epoch = new EpochId(uuid());
        sequence = 0;
    }

    void clockError(Duration error) {
        clockError = error;
    }

    EpochId epoch() {
        return epoch;
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
        sequence++;
        return new EntryHead(entry, sequence, Phase.LIVE, time(), new OperatorId("helferin"));
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

    JournalEntry show(EntryId scan, DoorId door, Code code, Outcome outcome) {
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

    private JournalEntry keep(JournalEntry entry) {
        journal.add(entry);
        return entry;
    }

    /** Delivers entries of the current epoch. */
    JournalReceipt deliver(List<JournalEntry> entries) {
        return congress.report(id, report(entries));
    }

    JournalReport report(List<JournalEntry> entries) {
        return new JournalReport(epoch, predecessor, sequence, entries, time());
    }

    JournalReceipt deliverAll() {
        return deliver(journal);
    }
}
