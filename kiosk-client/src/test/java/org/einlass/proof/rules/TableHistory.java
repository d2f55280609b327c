package org.einlass.proof.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.journal.Outcome.Source;
import org.einlass.kiosk.gate.Journal;
import org.einlass.kiosk.gate.Sample;

/** Writes what the guests of the table did before into the journals of the devices that saw it. */
final class TableHistory {
    static final Instant BOOTED = TableEvent.NOW.minus(Duration.ofDays(2));
    private static final Instant EARLIER = TableEvent.NOW.minus(Duration.ofMinutes(72));
    private static final Instant LONG_AGO = TableEvent.NOW.minus(Duration.ofMinutes(31));
    private static final Instant LATELY = TableEvent.NOW.minus(Duration.ofMinutes(29));

    private final EventSalt salt;
    private final Journal own;
    private final Journal other;
    private final Random chance = new Random(3);

    TableHistory(EventSalt salt, Journal own, Journal other) {
        this.salt = salt;
        this.own = own;
        this.other = other;
    }

    /** The time as devices of the table stamp it; they were in contact with the server all the time. */
    static DeviceTime stamp(Instant at) {
        return new DeviceTime(at, Sample.BOOT, Duration.between(BOOTED, at), Duration.ZERO, Duration.ZERO);
    }

    /** Somebody sits in the area that is full. */
    void occupyFullArea(TableGuest sitter) {
        scan(other, sitter, TableEvent.FULL_AREA_DOOR, EARLIER, Phase.LIVE, Outcome.admitted(Source.DEVICE));
    }

    void write(List<TableGuest> guests) {
        for (TableGuest guest : guests) {
            for (ReuseRule reuse : ReuseRule.values()) {
                write(guest, TableEvent.id(DoorKind.ENTRY, reuse));
                write(guest, TableEvent.id(DoorKind.ENTRY_WITHOUT_PRINTER, reuse));
            }
            if (guest.before().isExit()) {
                Instant left = guest.before() == Before.LEFT_LATELY ? LATELY : LONG_AGO;
                DoorId exit = TableEvent.id(DoorKind.EXIT, ReuseRule.FREE);
                scan(other, guest, exit, left, Phase.LIVE, Outcome.admitted(Source.SERVER));
            }
        }
    }

    private void write(TableGuest guest, DoorId door) {
        switch (guest.before()) {
            case NOTHING, ASKED_ABOUT_BY_ANOTHER_DEVICE -> {}
            case ADMITTED, LEFT_LATELY, LEFT_LONG_AGO -> admitted(own, guest, door, EARLIER);
            case ADMITTED_YESTERDAY -> admitted(own, guest, door, TableEvent.NOW.minus(Duration.ofDays(1)));
            case ADMITTED_AT_ANOTHER_DEVICE -> admitted(other, guest, door, EARLIER);
            case PRACTISED -> scan(own, guest, door, EARLIER, Phase.REHEARSAL, Outcome.admitted(Source.DEVICE));
            case LET_IN_PROVISIONALLY ->
                scan(own, guest, door, EARLIER, Phase.LIVE, Outcome.provisional(Source.DEVICE));
            case REFUSED -> refused(guest, door);
            case ADMITTED_AND_UNDONE -> undo(admitted(own, guest, door, EARLIER));
            case REFUSED_AND_LET_IN_BY_HAND -> override(refused(guest, door), guest, door, Verdict.ADMITTED);
            case ADMITTED_AND_TURNED_AWAY_BY_HAND ->
                override(admitted(own, guest, door, EARLIER), guest, door, Verdict.REFUSED);
            case COPIED_FROM_PAPER_BY_CODE -> paper(guest, door, true);
            case COPIED_FROM_PAPER_BY_NAME -> paper(guest, door, false);
        }
    }

    private EntryId admitted(Journal journal, TableGuest guest, DoorId door, Instant at) {
        return scan(journal, guest, door, at, Phase.LIVE, Outcome.admitted(Source.DEVICE));
    }

    private EntryId refused(TableGuest guest, DoorId door) {
        return scan(own, guest, door, EARLIER, Phase.LIVE, Outcome.refused(Refusal.AREA_FULL, Source.SERVER));
    }

    private EntryId scan(Journal journal, TableGuest guest, DoorId door, Instant at, Phase phase, Outcome outcome) {
        EntryId id = next(at);
        PresentedCode ticket = ticket(guest);
        journal.write(sequence -> new JournalEntry.Scanned(
                head(id, sequence, phase, at), door, lookup(guest), ScanProof.of(ticket, id), null, outcome));
        return id;
    }

    private void undo(EntryId entry) {
        Instant at = EARLIER.plusSeconds(60);
        EntryId id = next(at);
        own.write(sequence -> new JournalEntry.Undone(head(id, sequence, Phase.LIVE, at), entry));
    }

    private void override(EntryId scan, TableGuest guest, DoorId door, Verdict verdict) {
        Instant at = EARLIER.plusSeconds(60);
        EntryId id = next(at);
        own.write(sequence ->
                new JournalEntry.Overridden(head(id, sequence, Phase.LIVE, at), scan, door, lookup(guest), verdict));
    }

    private void paper(TableGuest guest, DoorId door, boolean byCode) {
        Instant typed = EARLIER.plusSeconds(600);
        EntryId id = next(typed);
        own.write(sequence -> new JournalEntry.EnteredFromPaper(
                head(id, sequence, Phase.LIVE, typed),
                door,
                byCode ? null : guest.registration(),
                byCode ? lookup(guest) : null,
                EARLIER,
                Duration.ofMinutes(1)));
    }

    private static EntryHead head(EntryId id, long sequence, Phase phase, Instant at) {
        return new EntryHead(id, sequence, phase, stamp(at), null);
    }

    private EntryId next(Instant at) {
        return new EntryId(TimeOrderedUuid.next(at, chance));
    }

    private LookupId lookup(TableGuest guest) {
        return salt.lookupId(ticket(guest));
    }

    private static PresentedCode ticket(TableGuest guest) {
        return Objects.requireNonNull(guest.codes().get(CodeShown.TICKET), "everybody has a ticket");
    }
}
