package org.einlass.server.account.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;
import org.einlass.contract.account.OrganiserLink;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.server.account.LoginSurface;
import org.einlass.server.account.LoginTable;
import org.einlass.server.account.Logins;
import org.einlass.server.account.Person;
import org.einlass.server.account.PersonId;
import org.einlass.server.account.PersonTable;
import org.einlass.server.account.Token;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.StoreUnavailable;
import org.einlass.server.database.Write;
import org.einlass.server.database.WriteKey;
import org.einlass.server.rejection.Rejected;

/**
 * Signs people in and out. Signing in takes a moment, for a password is hashed slowly, and blocks its thread; asking who is
 * signed in does not. Any thread may call it.
 */
public final class SignInService {
    private static final Logger LOG = System.getLogger(SignInService.class.getName());
    private static final Duration BUSY_PAUSE = Duration.ofSeconds(5);
    private static final int LONGEST = 200;

    private final Store store;
    private final Logins logins;
    private final KeptPasswords passwords;
    private final SignInThrottle throttle;
    private final Path data;
    private final Clock clock;
    private final RandomGenerator chance;

    /**
     * @param data the data folder, where the link of the first organiser stands
     * @param chance must be a {@link java.security.SecureRandom} outside tests
     */
    public SignInService(
            Store store, ServerKey key, PasswordHasher hasher, Path data, Clock clock, RandomGenerator chance) {
        this.store = store;
        this.logins = new Logins(store, clock);
        this.passwords = new KeptPasswords(key, hasher);
        this.throttle = new SignInThrottle(clock);
        this.data = data;
        this.clock = clock;
        this.chance = chance;
    }

    /** Writes a one-time link where nobody can look after this server by signing in, and none is waiting to be opened. */
    public void prepareFirstStart() {
        try {
            boolean needed = !store.<Boolean, RuntimeException>read(PersonTable::hasOrganiser);
            if (needed && OrganiserLink.read(data, clock.instant()).isEmpty()) {
                OrganiserLink.next(chance, clock.instant()).write(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens the one-time link: makes an organiser for every event, or gives the one of this name a new password and ends
     * all logins of that one; then signs in.
     *
     * @param secret what stands behind the # of the link
     * @param address where the attempt comes from
     * @throws Rejected where name or password will not do; the link stays valid then
     */
    public SignInResult firstOrganiser(
            String secret, String name, String password, String address, LoginSurface surface) {
        SignInThrottle.Attempt attempt = throttle.begin("link", address);
        if (!attempt.isAllowed()) {
            return new SignInResult.Refused(SignInRefusal.THROTTLED, attempt.pause());
        }
        if (!isLink(secret)) {
            return SignInResult.Refused.because(SignInRefusal.LINK_INVALID);
        }
        throttle.succeeded("link", address);
        PasswordRules.checkName(name);
        PasswordRules.check(name, password);
        Optional<String> hash = passwords.hash(password);
        if (hash.isEmpty()) {
            return new SignInResult.Refused(SignInRefusal.BUSY, BUSY_PAUSE);
        }
        if (!takeLink()) {
            return SignInResult.Refused.because(SignInRefusal.LINK_INVALID);
        }
        PersonId id = write(transaction -> {
            PersonId organiser = PersonTable.named(transaction.handle(), name).orElseGet(() -> {
                PersonId added = new PersonId(TimeOrderedUuid.next(clock.instant(), chance));
                PersonTable.add(transaction.handle(), added, name.strip(), clock.instant());
                return added;
            });
            PersonTable.makeOrganiser(transaction.handle(), organiser);
            PersonTable.setPassword(transaction.handle(), organiser, passwords.seal(organiser, hash.get()));
            LoginTable.endAll(transaction.handle(), organiser);
            return organiser;
        });
        return start(id, surface);
    }

    private boolean isLink(String secret) {
        try {
            return OrganiserLink.read(data, clock.instant())
                    .filter(link -> link.isSecret(secret))
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean takeLink() {
        try {
            return OrganiserLink.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Signs somebody in by name and password.
     *
     * @param address where the attempt comes from
     */
    public SignInResult signIn(String name, String password, String address, LoginSurface surface) {
        String account = PersonTable.nameKey(name);
        if (account.length() > LONGEST || password.length() > LONGEST) {
            return SignInResult.Refused.because(SignInRefusal.WRONG);
        }
        SignInThrottle.Attempt attempt = throttle.begin(account, address);
        if (!attempt.isAllowed()) {
            return new SignInResult.Refused(SignInRefusal.THROTTLED, attempt.pause());
        }
        Optional<PersonId> person = store.read(handle -> PersonTable.named(handle, name));
        if (attempt.reached()) {
            alert(person);
        }
        Optional<String> kept = person.flatMap(id -> store.read(handle -> PersonTable.password(handle, id)));
        Optional<Boolean> matches = passwords.matches(person, kept, password);
        if (matches.isEmpty()) {
            throttle.undo(account, address);
            return new SignInResult.Refused(SignInRefusal.BUSY, BUSY_PAUSE);
        }
        if (!matches.get()) {
            return SignInResult.Refused.because(SignInRefusal.WRONG);
        }
        throttle.succeeded(account, address);
        PersonId id = person.orElseThrow();
        passwords
                .renewed(id, kept.orElseThrow(), password)
                .ifPresent(better -> write(transaction -> {
                    PersonTable.setPassword(transaction.handle(), id, better);
                    return id;
                }));
        return start(id, surface);
    }

    /** The operator reads which account it is about, and never a name or an address. */
    private static void alert(Optional<PersonId> person) {
        LOG.log(
                Level.WARNING,
                "Somebody keeps failing to sign in, to account {0}; further attempts have to wait.",
                person.map(PersonId::toString).orElse("(no such account)"));
    }

    private SignInResult start(PersonId id, LoginSurface surface) {
        Token secret = Token.next(chance);
        Instant now = clock.instant();
        Optional<Person> person = write(transaction -> {
            Optional<Person> found = PersonTable.find(transaction.handle(), id);
            found.ifPresent(known -> LoginTable.start(transaction.handle(), secret, id, surface, now));
            return found;
        });
        return person.<SignInResult>map(known -> new SignInResult.Accepted(secret, known, now.plus(Logins.LONGEST)))
                .orElse(SignInResult.Refused.because(SignInRefusal.WRONG));
    }

    /** Who is signed in by this secret; empty where the login has ended, on whatever node, or was idle too long. */
    public Optional<Person> check(Token secret, LoginSurface surface) {
        return logins.holding(secret, surface);
    }

    /** Ends one login; it does not matter whether it has ended before. */
    public void signOut(Token secret) {
        write(transaction -> {
            LoginTable.end(transaction.handle(), secret);
            return secret;
        });
    }

    /** Ends all logins of a person, on every node. */
    public void endAll(PersonId person) {
        write(transaction -> {
            LoginTable.endAll(transaction.handle(), person);
            return person;
        });
    }

    private <T> T write(Write<T> writing) {
        try {
            return store.write(new WriteKey("", "", ""), writing)
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreUnavailable unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }
}
