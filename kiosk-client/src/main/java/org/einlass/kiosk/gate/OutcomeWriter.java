package org.einlass.kiosk.gate;

import java.time.Duration;
import java.util.function.Supplier;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.ForeignText;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.jspecify.annotations.Nullable;

/** Journals a scan's outcome, and says what is shown of it then: never before. On the gate's loop. */
final class OutcomeWriter {
    private final DeviceClock clock;
    private final Journal journal;
    private final Supplier<@Nullable OperatorId> staff;

    /** @param staff who stands at this gate now, null for nobody */
    OutcomeWriter(DeviceClock clock, Journal journal, Supplier<@Nullable OperatorId> staff) {
        this.clock = clock;
        this.journal = journal;
        this.staff = staff;
    }

    /**
     * Writes it, durably.
     *
     * @param foreign what the text is where it is nothing of ours; else null
     * @param initials of the person, where this device knows them; else empty
     * @param bearer of a guessable code, which the roster knows by another id than the entry; else null
     */
    ShownOutcome write(
            PendingScan scan,
            DoorSheet door,
            GateVerdict gateVerdict,
            @Nullable ForeignText foreign,
            String initials,
            @Nullable RegistrationId bearer) {
        journal.write(sequence -> entry(sequence, scan, door, gateVerdict.outcome(), foreign), bearer);
        BadgeOrder order = gateVerdict.badge();
        BadgeOrder due = order == null || order.printed() ? null : order;
        Duration took = Duration.ofNanos(clock.nanos() - scan.startedNanos());
        return new ShownOutcome(
                scan.id(),
                gateVerdict.outcome(),
                gateVerdict.sentence(),
                gateVerdict.arrivedAt(),
                due,
                took,
                initials,
                order == null || isTheBadge(scan, order) ? null : order.boxed());
    }

    /** Whoever shows the badge itself need not be told where it lies. */
    private static boolean isTheBadge(PendingScan scan, BadgeOrder order) {
        return scan.text() instanceof Code code
                && Code.parse(order.code()).filter(code::equals).isPresent();
    }

    private JournalEntry entry(
            long sequence, PendingScan scan, DoorSheet door, Outcome outcome, @Nullable ForeignText foreign) {
        EntryHead head = new EntryHead(scan.id(), sequence, door.phase(), clock.stamp(), staff.get());
        if (foreign != null || !(scan.text() instanceof PresentedCode code)) {
            return new JournalEntry.Scanned(head, door.door(), null, null, foreign, outcome);
        }
        return new JournalEntry.Scanned(
                head, door.door(), door.salt().lookupId(code), ScanProof.of(code, scan.id()), null, outcome);
    }
}
