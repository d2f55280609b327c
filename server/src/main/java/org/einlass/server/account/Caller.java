package org.einlass.server.account;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.einlass.contract.id.DeviceId;
import org.einlass.server.database.StoreUnavailable;
import org.einlass.server.rest.ProblemException;
import org.einlass.server.rest.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Who sent the current request. */
@RequestScoped
public class Caller {
    private @Nullable Account account;
    private @Nullable StoreUnavailable doubt;

    void is(Account account) {
        this.account = account;
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

    /** The device that sent the request. @throws ProblemException where it was none */
    public DeviceId device() {
        Account known = account;
        if (known == null) {
            throw ProblemException.of(ProblemKind.NOT_SIGNED_IN);
        }
        if (known.device() == null) {
            throw ProblemException.of(ProblemKind.NOT_ALLOWED);
        }
        return known.device();
    }
}
