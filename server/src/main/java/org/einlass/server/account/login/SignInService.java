package org.einlass.server.account.login;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.server.account.LoginSurface;
import org.einlass.server.account.LoginTable;
import org.einlass.server.account.Logins;
import org.einlass.server.account.Person;
import org.einlass.server.account.PersonId;
import org.einlass.server.account.PersonTable;
import org.einlass.server.account.Token;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditAuthor;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.AwaitedWrite;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.rejection.Rejected;

/**
 * Signs people in and out. Signing in takes a moment, for a password is hashed slowly, and blocks its thread;
 * asking who is signed in does not. Any thread may call it.
 */
public final class SignInService {
    private static final Logger LOG = System.getLogger(SignInService.class.getName());
    private static final Duration BUSY_PAUSE = Duration.ofSeconds(5);
    private static final int LONGEST = 200;

    /** In the place of an account, and without a limit of its own: nobody guesses the secret of a link. */
    private static final String BY_LINK = "";

    private final Store store;
    private final Logins logins;
    private final KeptPasswords passwords;
    private final SecondFactorService secondFactors;
    private final SignInThrottle throttle;
    private final FirstOrganiserLink link;
    private final Clock clock;
    private final RandomGenerator chance;

    /**
     * @param data the data folder, where the link of the first organiser stands
     * @param chance must be a {@link java.security.SecureRandom} outside tests
     */
    public SignInService(
            Store store,
            Logins logins,
            ServerKey key,
            PasswordHasher hasher,
            Path data,
            Clock clock,
            RandomGenerator chance) {
        this.store = store;
        this.logins = logins;
        this.passwords = new KeptPasswords(key, hasher);
        this.secondFactors = new SecondFactorService(store, key, clock, chance);
        this.throttle = new SignInThrottle(clock);
        this.link = new FirstOrganiserLink(data, clock, chance);
        this.clock = clock;
        this.chance = chance;
    }

    /**
     * Writes a one-time link where nobody can look after this server by signing in, and none is waiting to be
     * opened.
     */
    public void prepareFirstStart() {
        if (!store.<Boolean, RuntimeException>read(PersonTable::hasOrganiser)) {
            link.ensure();
        }
    }

    /**
     * Opens the one-time link: makes an organiser for every event, or gives the one of this name a new
     * password, takes away a second factor and ends all logins of that one; then signs in.
     *
     * @param secret what stands behind the # of the link
     * @param address where the attempt comes from
     * @throws Rejected where name or password will not do; the link stays valid then
     */
    public SignInResult firstOrganiser(
            String secret, String name, String password, String address, LoginSurface surface) {
        SignInThrottle.Attempt attempt = throttle.begin(BY_LINK, address);
        if (!attempt.isAllowed()) {
            return new SignInResult.Refused(SignInRefusal.THROTTLED, attempt.pause());
        }
        if (!link.isOpenedBy(secret)) {
            return SignInResult.Refused.because(SignInRefusal.LINK_INVALID);
        }
        throttle.succeeded(BY_LINK, address);
        PasswordRules.checkName(name);
        PasswordRules.check(name, password);
        Optional<String> hash = passwords.hash(password);
        if (hash.isEmpty()) {
            return new SignInResult.Refused(SignInRefusal.BUSY, BUSY_PAUSE);
        }
        try {
            return start(makeOrganiser(name, hash.get()), surface);
        } catch (LinkGone e) {
            return SignInResult.Refused.because(SignInRefusal.LINK_INVALID);
        }
    }

    /** Takes the link last, so that it stays valid where nothing can be written; only once, if run again. */
    private PersonId makeOrganiser(String name, String hash) {
        AtomicBoolean taken = new AtomicBoolean();
        return AwaitedWrite.in(store, transaction -> {
            PersonId organiser = PersonTable.named(transaction.handle(), name).orElseGet(() -> {
                PersonId added = new PersonId(TimeOrderedUuid.next(clock.instant(), chance));
                PersonTable.add(transaction.handle(), added, name.strip(), clock.instant());
                return added;
            });
            PersonTable.makeOrganiser(transaction.handle(), organiser);
            PersonTable.setPassword(transaction.handle(), organiser, passwords.seal(organiser, hash));
            LoginTable.endAll(transaction.handle(), organiser);
            note(transaction, organiser, AuditAction.PASSWORD_CHOSEN);
            if (!taken.get() && !link.take()) {
                throw new LinkGone();
            }
            taken.set(true);
            return organiser;
        });
    }

    /** Somebody else was first to open the link; undoes what was written. */
    private static final class LinkGone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Opens an invitation: its person chooses a password, all earlier logins end, and a new one begins, where
     * no second factor is missing.
     *
     * @throws Rejected where the password will not do; the invitation stays valid then
     */
    public SignInResult acceptInvitation(String secret, String password, String address, LoginSurface surface) {
        SignInThrottle.Attempt attempt = throttle.begin(BY_LINK, address);
        if (!attempt.isAllowed()) {
            return new SignInResult.Refused(SignInRefusal.THROTTLED, attempt.pause());
        }
        Optional<Token> token = Token.of(secret);
        Optional<Person> invited = token.flatMap(sent -> store.read(handle ->
                InvitationTable.find(handle, sent, clock.instant()).flatMap(id -> PersonTable.find(handle, id))));
        if (invited.isEmpty()) {
            return SignInResult.Refused.because(SignInRefusal.LINK_INVALID);
        }
        throttle.succeeded(BY_LINK, address);
        PersonId id = invited.get().id();
        PasswordRules.check(invited.get().name(), password);
        Optional<String> hash = passwords.hash(password);
        if (hash.isEmpty()) {
            return new SignInResult.Refused(SignInRefusal.BUSY, BUSY_PAUSE);
        }
        boolean chosen = AwaitedWrite.in(store, transaction -> {
            boolean first = InvitationTable.take(transaction.handle(), token.get());
            if (first) {
                PersonTable.setPassword(transaction.handle(), id, passwords.seal(id, hash.get()));
                LoginTable.endAll(transaction.handle(), id);
                note(transaction, id, AuditAction.PASSWORD_CHOSEN);
            }
            return first;
        });
        if (!chosen) {
            return SignInResult.Refused.because(SignInRefusal.LINK_INVALID);
        }
        return invited.get().secondFactor()
                ? SignInResult.Refused.because(SignInRefusal.SECOND_FACTOR_MISSING)
                : start(id, surface);
    }

    /**
     * Signs somebody in by name and password.
     *
     * @param code of the authenticator app; empty where none was given
     * @param address where the attempt comes from
     */
    public SignInResult signIn(String name, String password, String code, String address, LoginSurface surface) {
        String account = PersonTable.nameKey(name);
        if (account.isEmpty() || account.length() > LONGEST || password.length() > LONGEST) {
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
        PersonId id = person.orElseThrow();
        if (secondFactors.isAskedOf(id)) {
            if (code.isBlank()) {
                throttle.undo(account, address);
                return SignInResult.Refused.because(SignInRefusal.SECOND_FACTOR_MISSING);
            }
            if (!AwaitedWrite.in(store, transaction -> secondFactors.accepts(transaction, id, code))) {
                return SignInResult.Refused.because(SignInRefusal.SECOND_FACTOR_WRONG);
            }
        }
        throttle.succeeded(account, address);
        passwords
                .renewed(id, kept.orElseThrow(), password)
                .ifPresent(better -> AwaitedWrite.in(store, transaction -> {
                    PersonTable.setPassword(transaction.handle(), id, better);
                    return id;
                }));
        return start(id, surface);
    }

    /** The operator reads which account it is about, and never a name or an address. */
    private void alert(Optional<PersonId> person) {
        person.ifPresent(id -> AwaitedWrite.in(store, transaction -> {
            AuditTrail.of(AuditAction.SIGN_IN_SLOWED, "").add(transaction, id.toString(), clock.instant());
            return id;
        }));
        LOG.log(
                Level.WARNING,
                "Somebody keeps failing to sign in, to account {0}; further attempts have to wait.",
                person.map(PersonId::toString).orElse("(no such account)"));
    }

    private void note(Transaction transaction, PersonId person, AuditAction action) {
        AuditTrail.by(person.author(), action).add(transaction, person.toString(), clock.instant());
    }

    private SignInResult start(PersonId id, LoginSurface surface) {
        Token secret = Token.next(chance);
        Instant now = clock.instant();
        Optional<Person> person = AwaitedWrite.in(store, transaction -> {
            Optional<Person> found = PersonTable.find(transaction.handle(), id);
            found.ifPresent(known -> {
                LoginTable.start(transaction.handle(), secret, id, surface, now);
                note(transaction, id, AuditAction.SIGNED_IN);
            });
            return found;
        });
        return person.<SignInResult>map(
                        known -> new SignInResult.Accepted(secret, logins.allowed(known), now.plus(Logins.LONGEST)))
                .orElse(SignInResult.Refused.because(SignInRefusal.WRONG));
    }

    /**
     * Who is signed in by this secret; empty where the login has ended, on whatever node, or was idle too
     * long. What the present thread does until its request ends is done by that person.
     */
    public Optional<Person> check(Token secret, LoginSurface surface) {
        Optional<Person> person = logins.holding(secret, surface);
        person.ifPresent(known -> AuditAuthor.begin(known.id().author()));
        return person;
    }

    /** Ends one login; it does not matter whether it has ended before. */
    public void signOut(Token secret) {
        AwaitedWrite.in(store, transaction -> {
            Optional<PersonId> person = LoginTable.end(transaction.handle(), secret);
            person.ifPresent(id -> note(transaction, id, AuditAction.SIGNED_OUT));
            return secret;
        });
    }

    /** Ends all logins of a person, on every node. */
    public void endAll(PersonId person) {
        AuditTrail trail = AuditTrail.of(AuditAction.LOGINS_ENDED, "");
        AwaitedWrite.in(store, transaction -> {
            LoginTable.endAll(transaction.handle(), person);
            trail.add(transaction, person.toString(), clock.instant());
            return person;
        });
    }
}
