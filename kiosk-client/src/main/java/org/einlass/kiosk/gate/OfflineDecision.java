package org.einlass.kiosk.gate;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.einlass.contract.admission.Admission;
import org.einlass.contract.admission.AdmissionQuestion;
import org.einlass.contract.admission.CodeMatch;
import org.einlass.contract.admission.CodeOrigin;
import org.einlass.contract.admission.Decision;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.PriorUse;
import org.einlass.contract.admission.ScanTime;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.code.ScannedText;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.DoorSheet.HandOut;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what the rules ask for from the roster, the door sheet and the device's own journal, without
 * network. Head counts, and exits at other devices, are not known here.
 */
final class OfflineDecision {
    private final Roster roster;
    private final Journal journal;
    private final Supplier<Optional<CodeKey>> tagKey;
    private final Supplier<List<DoorSheet>> assigned;

    /**
     * @param tagKey what codes of this event are made with, where this device may hold it: at staffed desks
     *     only
     * @param assigned the sheets of the doors among which this device is moved
     */
    OfflineDecision(
            Roster roster, Journal journal, Supplier<Optional<CodeKey>> tagKey, Supplier<List<DoorSheet>> assigned) {
        this.roster = roster;
        this.journal = journal;
        this.tagKey = tagKey;
        this.assigned = assigned;
    }

    /** Whether the roster leads from this code to a registration. */
    boolean knows(PresentedCode code, DoorSheet sheet) {
        return find(code, sheet).isPresent();
    }

    /** Whether this very device made the code, and the server may not have heard of it yet. */
    boolean isMadeHere(ScannedText text, DoorSheet sheet) {
        return text instanceof Code code && roster.isMadeHere(sheet.salt().lookupId(code));
    }

    private Optional<RosterEntry> find(PresentedCode code, DoorSheet sheet) {
        return sheet.lookups(code).stream()
                .flatMap(lookup -> roster.find(lookup).stream())
                .findFirst();
    }

    /**
     * Whom a guessable code leads to, which entries name by another id than the roster does; null for all other
     * codes.
     */
    @Nullable
    RegistrationId bearer(ScannedText text, DoorSheet sheet) {
        return text instanceof PresentedCode code
                ? find(code, sheet)
                        .filter(entry -> !entry.code().equals(sheet.salt().lookupId(code)))
                        .map(RosterEntry::registration)
                        .orElse(null)
                : null;
    }

    /**
     * First letters of the names of whom the roster knows by this code, unsealed by the code itself; empty
     * where it knows nobody.
     */
    String initials(ScannedText text, DoorSheet sheet) {
        return text instanceof PresentedCode code
                ? find(code, sheet)
                        .flatMap(entry -> roster.badge(entry, code, sheet.salt()))
                        .map(order -> order.attendee().initials())
                        .orElse("")
                : "";
    }

    /**
     * An address or a visiting card is somebody's own affair unless the roster says that it is a ticket here.
     */
    boolean isForeign(PresentedCode code, DoorSheet sheet) {
        return CodeOrigin.of(code) == CodeOrigin.FOREIGN && !knows(code, sheet) && !sheet.mayHide(code);
    }

    /** The same for any text, also before the door is known. */
    boolean isForeign(ScannedText text, @Nullable DoorSheet sheet) {
        if (sheet != null && text instanceof PresentedCode code) {
            return isForeign(code, sheet);
        }
        return CodeOrigin.of(text) == CodeOrigin.FOREIGN;
    }

    /** Empty where this device cannot know: it has no roster to look the code up in. */
    Optional<GateVerdict> decide(ScannedText text, DoorSheet sheet, ScanTime scanTime) {
        if (text instanceof PresentedCode code) {
            Optional<RosterEntry> entry = find(code, sheet);
            if (entry.isPresent()) {
                return Optional.of(decide(entry.get(), code, sheet, scanTime));
            }
            if (roster.installed().isEmpty()) {
                return Optional.empty();
            }
            if (sheet.mayHide(code)) {
                return Optional.of(GateVerdict.of(Admission.unchecked(sheet.settings()), null));
            }
        }
        CodeMatch unmatched = new CodeMatch.Unmatched(origin(text));
        return Optional.of(GateVerdict.of(Admission.decide(question(unmatched, sheet, scanTime)), null));
    }

    private GateVerdict decide(RosterEntry entry, PresentedCode code, DoorSheet sheet, ScanTime scanTime) {
        AdmissionQuestion asked = question(entry.match(), sheet, scanTime).after(before(entry, sheet, scanTime));
        Decision decision = Admission.decide(asked);
        return GateVerdict.of(decision, decision.badge() ? badge(entry, code, sheet) : null);
    }

    /** A code of a generation whose key is not here stays unchecked. */
    private CodeOrigin origin(ScannedText text) {
        return text instanceof Code code
                ? tagKey.get()
                        .filter(key -> key.generation() == code.generation())
                        .map(key -> key.isGenuine(code) ? CodeOrigin.GENUINE : CodeOrigin.NOT_GENUINE)
                        .orElse(CodeOrigin.UNCHECKED)
                : CodeOrigin.of(text);
    }

    private static AdmissionQuestion question(CodeMatch match, DoorSheet sheet, ScanTime scanTime) {
        return new AdmissionQuestion(sheet.settings(), sheet.phase(), scanTime, match);
    }

    private PriorUse before(RosterEntry entry, DoorSheet sheet, ScanTime scanTime) {
        Set<LookupId> codes = new HashSet<>(roster.codes(entry.registration()));
        codes.add(entry.code());
        Instant since = sheet.calendar().countsSince(sheet.rule().repetition(), scanTime.at());
        return PriorUse.withoutExits(doors(sheet)
                .map(door -> new PassageQuery(entry.registration(), codes, door, since, sheet.phase()))
                .flatMap(wanted -> journal.firstPassage(wanted).stream())
                .min(Comparator.naturalOrder())
                .orElse(null));
    }

    /** The door; of a hand-out point also the others that give the same, as far as this device knows them. */
    private Stream<DoorId> doors(DoorSheet sheet) {
        HandOut gives = sheet.gives();
        return gives == null
                ? Stream.of(sheet.door())
                : Stream.concat(
                                Stream.of(sheet.door()),
                                assigned.get().stream()
                                        .filter(other -> other.event().equals(sheet.event())
                                                && other.direction() == sheet.direction()
                                                && other.gives() != null
                                                && other.gives().scope().equals(gives.scope()))
                                        .map(DoorSheet::door))
                        .distinct();
    }

    private @Nullable BadgeOrder badge(RosterEntry entry, PresentedCode code, DoorSheet sheet) {
        return roster.badge(entry, code, sheet.salt())
                .map(order -> withMemory(order, sheet.phase()))
                .orElse(null);
    }

    private BadgeOrder withMemory(BadgeOrder order, Phase phase) {
        return journal.printed(order.registration(), phase) ? order.printedHere() : order;
    }
}
