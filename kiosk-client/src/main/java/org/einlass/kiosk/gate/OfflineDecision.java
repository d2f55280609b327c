package org.einlass.kiosk.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.einlass.contract.admission.Admission;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.admission.ScanTime;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.journal.Outcome.Source;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.jspecify.annotations.Nullable;

/** Decides from the roster, the door's rule and the device's own memory, without network. */
final class OfflineDecision {
    private final Roster roster;
    private final Journal journal;

    OfflineDecision(Roster roster, Journal journal) {
        this.roster = roster;
        this.journal = journal;
    }

    /** Whether the roster leads from this code to a registration. */
    boolean knows(LookupId code) {
        return roster.find(code).isPresent();
    }

    /** Empty where this device cannot know: it has no roster to look the code up in. */
    Optional<GateVerdict> decide(PresentedCode code, DoorSheet sheet, ScanTime scanTime) {
        LookupId id = sheet.salt().lookupId(code);
        return roster.find(id)
                .map(entry -> decide(entry, code, sheet, scanTime))
                .or(() -> roster.installed().map(known -> GateVerdict.of(unknown(code, sheet))));
    }

    /** A door may let in what looks like ours though it knows nothing of it; a self-service kiosk sends to the counter. */
    private static Outcome unknown(PresentedCode code, DoorSheet sheet) {
        return code instanceof Code && sheet.rule().provisional()
                ? Outcome.provisional(Source.DEVICE)
                : Outcome.refused(Refusal.UNKNOWN, Source.DEVICE);
    }

    private GateVerdict decide(RosterEntry entry, PresentedCode code, DoorSheet sheet, ScanTime scanTime) {
        Instant earlier = earlierAdmission(entry, sheet, scanTime).orElse(null);
        Optional<Refusal> refusal = Admission.decide(entry.entitlement(), sheet.rule(), scanTime)
                .or(() -> repetition(sheet.rule().repetition(), earlier));
        if (refusal.isPresent()) {
            return GateVerdict.of(Outcome.refused(refusal.get(), Source.DEVICE));
        }
        BadgeOrder badge = roster.badge(entry, code, sheet.salt())
                .map(order -> withMemory(order, sheet.phase()))
                .orElse(null);
        return new GateVerdict(Outcome.admitted(Source.DEVICE), null, earlier, null, badge);
    }

    private Optional<Instant> earlierAdmission(RosterEntry entry, DoorSheet sheet, ScanTime scanTime) {
        Set<LookupId> codes = roster.codes(entry.registration());
        return journal.admitted(
                codes.isEmpty() ? Set.of(entry.code()) : codes, periodStart(sheet, scanTime.at()), sheet.phase());
    }

    /** Exits are scanned at other devices, so only rules without exits can be held here; the rest the facts will show. */
    private static Optional<Refusal> repetition(ReuseRule rule, @Nullable Instant earlier) {
        boolean limited = rule == ReuseRule.ONCE || rule == ReuseRule.ONCE_A_DAY;
        return limited && earlier != null ? Optional.of(Refusal.ALREADY_USED) : Optional.empty();
    }

    private static Instant periodStart(DoorSheet sheet, Instant at) {
        if (sheet.rule().repetition() != ReuseRule.ONCE_A_DAY) {
            return Instant.EPOCH;
        }
        LocalDateTime local = LocalDateTime.ofInstant(at, sheet.zone());
        LocalDate day = local.toLocalTime().isBefore(sheet.dayStart())
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
        return day.atTime(sheet.dayStart()).atZone(sheet.zone()).toInstant();
    }

    private BadgeOrder withMemory(BadgeOrder order, Phase phase) {
        boolean printed = order.printed() || journal.printed(order.registration(), phase);
        return new BadgeOrder(
                order.registration(), order.attendee(), order.category(), order.programmes(), order.code(), printed);
    }
}
