package org.einlass.server.registration.change;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.server.database.Transaction;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.history.ChangeHistoryTable;
import org.einlass.server.registration.history.PastChange;
import org.jdbi.v3.core.Handle;

/** Gives a place back to whoever was represented, where the substitute is erased. */
public final class EndedSubstitutions {
    private final RegistrationIssuer issuer;

    public EndedSubstitutions(RegistrationIssuer issuer) {
        this.issuer = issuer;
    }

    /** Whom these registrations represent. */
    public static List<RegistrationId> representedBy(
            Handle handle, EventId event, Collection<RegistrationId> substitutes) {
        return substitutes.stream()
                .flatMap(one -> RegistrationTable.represented(handle, event, one).stream())
                .distinct()
                .toList();
    }

    /**
     * Ends that somebody is represented, once the substitute represents them no more.
     *
     * @param used whether the substitute was at a door, so that the place is used; whoever was represented is cancelled
     *     then, and can be confirmed by hand
     * @param by name of the account that does it
     * @return whether the registration was represented
     */
    public boolean end(
            Transaction transaction, EventId event, RegistrationId represented, boolean used, String by, Instant now) {
        Handle handle = transaction.handle();
        Optional<Registration> found = RegistrationTable.find(handle, event, represented)
                .filter(one -> one.particulars().status() == RegistrationStatus.REPRESENTED)
                .filter(one -> !RegistrationTable.isRepresented(handle, event, one.id()));
        found.ifPresent(old -> {
            RegistrationStatus status = used ? RegistrationStatus.CANCELLED : statusBefore(handle, event, represented);
            issuer.changeByHand(transaction, event, old, old.particulars().withStatus(status));
            PastChange change = new PastChange(now, by, PastChange.Kind.SUBSTITUTION_UNDONE, old.particulars());
            ChangeHistoryTable.add(handle, event, represented, change);
        });
        return found.isPresent();
    }

    /** What stood there before somebody else was to come instead. */
    static RegistrationStatus statusBefore(Handle handle, EventId event, RegistrationId represented) {
        return ChangeHistoryTable.of(handle, event, represented).stream()
                .filter(change -> change.kind() == PastChange.Kind.SUBSTITUTED)
                .flatMap(change -> Optional.ofNullable(change.before()).stream())
                .map(RegistrationFields::status)
                .findFirst()
                .orElse(RegistrationStatus.CONFIRMED);
    }
}
