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
    private final Newcomers newcomers;
    private final DeskMemory memory;
    private final Supplier<Phase> phase;

    /** @param phase the event's phase now */
    public DeskRoster(Roster roster, Newcomers newcomers, DeskMemory memory, Supplier<Phase> phase) {
        this.roster = roster;
        this.newcomers = newcomers;
        this.memory = memory;
        this.phase = phase;
    }

    @Override
    public Optional<RosterEntry> find(LookupId code) {
        List<Newcomer> own = newcomers.all();
        if (isAny(own, newcomer -> newcomer.replaces().contains(code))) {
            return Optional.empty();
        }
        return roster.find(code)
                .or(() -> own.stream()
                        .filter(newcomer -> newcomer.code().equals(code) && counts(newcomer))
                        .findFirst()
                        .map(DeskRoster::entry))
                .map(entry -> isRepresented(entry.registration(), own) ? represented(entry) : entry);
    }

    private static RosterEntry entry(Newcomer newcomer) {
        return new RosterEntry(newcomer.code(), newcomer.registration(), FIRST_VERSION, newcomer.entitlement());
    }

    private boolean isRepresented(RegistrationId registration, List<Newcomer> own) {
        return isAny(own, newcomer -> registration.equals(newcomer.represents()));
    }

    private boolean isAny(List<Newcomer> own, Predicate<Newcomer> which) {
        return own.stream().filter(which).anyMatch(this::counts);
    }

    private static RosterEntry represented(RosterEntry entry) {
        Entitlement right = entry.entitlement();
        Entitlement none = new Entitlement(
                RegistrationStatus.REPRESENTED, right.category(), right.programmes(), right.days(), right.bookings());
        return new RosterEntry(entry.code(), entry.registration(), entry.version(), none);
    }

    @Override
    public Set<LookupId> codes(RegistrationId registration) {
        Set<LookupId> codes = new HashSet<>(roster.codes(registration));
        newcomers.all().stream()
                .filter(newcomer -> newcomer.registration().equals(registration) && counts(newcomer))
                .map(Newcomer::code)
                .forEach(codes::add);
        return codes;
    }

    @Override
    public Optional<BadgeOrder> badge(RosterEntry entry, PresentedCode code, EventSalt salt) {
        if (roster.find(entry.code()).isPresent() || !(code instanceof Code own)) {
            return roster.badge(entry, code, salt);
        }
        return newcomers.badge(entry.code(), own, salt);
    }

    private boolean counts(Newcomer newcomer) {
        return newcomer.countsIn(phase.get()) && !memory.isUndone(newcomer.maker());
    }
}
