package org.einlass.server.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;

/**
 * Tells who is signed in. Each node reads the table anew, so that what one ends has ended on all. Any thread
 * may call it.
 */
public final class Logins {
    /** How long a login lasts at most. */
    public static final Duration LONGEST = Duration.ofHours(12);

    /** How long a login that nobody uses lasts. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** Use is written down only now and then: a page asks often, and each note is a commit. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final Store store;
    private final Clock clock;
    private final boolean secondFactorRequired;

    public Logins(Store store, Clock clock) {
        this(store, clock, false);
    }

    /**
     * @param secondFactorRequired whether people without a second factor have no roles until they set one up
     */
    public Logins(Store store, Clock clock, boolean secondFactorRequired) {
        this.store = store;
        this.clock = clock;
        this.secondFactorRequired = secondFactorRequired;
    }

    /**
     * The person as that one may act here: without roles where a second factor is missing that is required.
     */
    public Person allowed(Person person) {
        return secondFactorRequired && !person.secondFactor() ? person.withoutRoles() : person;
    }

    /** Who holds the secret of a login that is open; asking is use. */
    public Optional<Person> holding(Token secret, LoginSurface surface) {
        Instant now = clock.instant();
        return store.read(handle -> {
            Optional<LoginTable.Login> login = LoginTable.open(handle, secret, surface, now);
            login.filter(open -> open.seen().plus(NOTED).isBefore(now)).ifPresent(open -> note(secret, now));
            return login.<Person>flatMap(open -> PersonTable.find(handle, open.person()))
                    .map(this::allowed);
        });
    }

    /** Nobody waits for it; a note that is lost costs a minute. */
    private void note(Token secret, Instant now) {
        store.write(new WriteKey("", "", ""), transaction -> {
            LoginTable.seen(transaction.handle(), secret, now);
            return now;
        });
    }
}
