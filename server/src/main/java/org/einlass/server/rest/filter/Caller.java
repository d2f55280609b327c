package org.einlass.server.rest.filter;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.function.Function;
import org.einlass.contract.Wording;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Account;
import org.einlass.server.account.PersonId;
import org.einlass.server.account.Role;
import org.einlass.server.database.StoreUnavailable;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Who sent the current request. */
@RequestScoped
public class Caller {
    private static final Wording NOT_ASSIGNED =
            new Wording("Dieses Gerät ist dieser Tür nicht zugewiesen.", "This device is not assigned to this door.");
    private static final Wording ASSIGN =
            new Wording("Bitte das Gerät der Tür zuweisen.", "Assign the device to the door.");

    private @Nullable Account account;
    private @Nullable StoreUnavailable doubt;

    private Function<String, Optional<Account>> elsewhere = event -> Optional.empty();

    /** @param elsewhere as which account the same token counts in another event */
    void is(Account account, Function<String, Optional<Account>> elsewhere) {
        this.account = account;
        this.elsewhere = elsewhere;
    }

    /**
     * Refuses whoever may not read the numbers of another event than that of the request.
     *
     * @throws ProblemException where they may not
     */
    public void checkMayReadNumbers(EventId other) {
        boolean may = elsewhere
                .apply(other.text())
                .filter(there -> there.mayTouch(other.text()))
                .filter(there -> there.role() == Role.ORGANISER || there.role() == Role.AUDITOR)
                .isPresent();
        if (!may) {
            throw ProblemException.of(ProblemKind.NOT_ALLOWED);
        }
    }

    void cannotBeTold(StoreUnavailable why) {
        doubt = why;
    }

    /** Why nobody can say who sent the request; a valid token must not hear then that it is none. */
    Optional<StoreUnavailable> doubt() {
        return Optional.ofNullable(doubt);
    }

    /** Empty for a request without a valid token. */
    public Optional<Account> account() {
        return Optional.ofNullable(account);
    }

    /** Whoever holds the request's token. @throws ProblemException where it has no valid one */
    public Account signedIn() {
        return account().orElseThrow(() -> ProblemException.of(ProblemKind.NOT_SIGNED_IN));
    }

    /** The device that sent the request. @throws ProblemException where it was none */
    public DeviceId device() {
        DeviceId device = signedIn().device();
        if (device == null) {
            throw ProblemException.of(ProblemKind.NOT_ALLOWED);
        }
        return device;
    }

    /** The person who sent the request, signed in by name. @throws ProblemException where it was none */
    public PersonId person() {
        PersonId person = signedIn().person();
        if (person == null) {
            throw ProblemException.of(ProblemKind.NOT_ALLOWED);
        }
        return person;
    }

    /** Refuses a device that is assigned to other doors. @throws ProblemException where it is */
    public void checkDoor(DoorId door) {
        if (!signedIn().mayScanAt(door)) {
            throw ProblemException.of(ProblemKind.NOT_ALLOWED)
                    .saying(NOT_ASSIGNED, ASSIGN)
                    .at("door");
        }
    }

    /** Whether a door sent the request. */
    public boolean isDoor() {
        return account().filter(account -> account.role() == Role.DOOR).isPresent();
    }

    /** Whether a staffed desk sent the request. */
    public boolean isDesk() {
        return account().filter(account -> account.role() == Role.DESK).isPresent();
    }
}
