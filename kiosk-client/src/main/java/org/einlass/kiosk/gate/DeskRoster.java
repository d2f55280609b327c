package org.einlass.kiosk.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;

/** The server's roster with what this desk has added to it since, as far as it was not taken back. */
public final class DeskRoster implements Roster {
    private static final long FIRST_VERSION = 1;

    private final Roster roster;
    private final LocalCodes localCodes;
    private final DeskMemory memory;
    private final Supplier<Phase> phase;

    /** @param phase the event's phase now */
    public DeskRoster(Roster roster, LocalCodes localCodes, DeskMemory memory, Supplier<Phase> phase) {
        this.roster = roster;
        this.localCodes = localCodes;
        this.memory = memory;
        this.phase = phase;
    }

    @Override
    public Optional<InstalledRoster> installed() {
        return roster.installed();
    }

    @Override
    public Optional<RosterEntry> find(LookupId code) {
        List<LocalCode> own = localCodes.all();
        boolean replaced = isAny(own, localCode -> localCode.replaces().contains(code));
        return roster.find(code)
                .or(() -> own.stream()
                        .filter(localCode -> localCode.code().equals(code) && counts(localCode))
                        .findFirst()
                        .map(DeskRoster::entry))
                .map(entry -> replaced ? entry.replaced() : entry)
                .map(entry -> isRepresented(entry.registration(), own) ? represented(entry) : entry);
    }

    @Override
    public boolean isMadeHere(LookupId code) {
        return isAny(localCodes.all(), localCode -> localCode.code().equals(code))
                && roster.find(code).isEmpty();
    }

    private static RosterEntry entry(LocalCode localCode) {
        return new RosterEntry(localCode.code(), localCode.registration(), FIRST_VERSION, localCode.entitlement());
    }

    private boolean isRepresented(RegistrationId registration, List<LocalCode> own) {
        return isAny(own, localCode -> registration.equals(localCode.represents()));
    }

    private boolean isAny(List<LocalCode> own, Predicate<LocalCode> which) {
        return own.stream().filter(which).anyMatch(this::counts);
    }

    private static RosterEntry represented(RosterEntry entry) {
        Entitlement right = entry.entitlement();
        if (right == null) {
            return entry;
        }
        Entitlement none = new Entitlement(
                RegistrationStatus.REPRESENTED, right.category(), right.programmes(), right.days(), right.bookings());
        return new RosterEntry(entry.code(), entry.registration(), entry.version(), none);
    }

    @Override
    public Set<LookupId> codes(RegistrationId registration) {
        Set<LookupId> codes = new HashSet<>(roster.codes(registration));
        localCodes.all().stream()
                .filter(localCode -> localCode.registration().equals(registration) && counts(localCode))
                .map(LocalCode::code)
                .forEach(codes::add);
        return codes;
    }

    @Override
    public Optional<BadgeOrder> badge(RosterEntry entry, PresentedCode code, EventSalt salt) {
        if (roster.find(entry.code()).isPresent() || !(code instanceof Code own)) {
            return roster.badge(entry, code, salt);
        }
        return localCodes.badge(entry.code(), own, salt);
    }

    private boolean counts(LocalCode localCode) {
        return localCode.countsIn(phase.get()) && !memory.isUndone(localCode.maker());
    }
}
