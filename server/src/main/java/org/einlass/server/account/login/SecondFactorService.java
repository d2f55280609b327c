package org.einlass.server.account.login;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.einlass.contract.Wording;
import org.einlass.server.account.PersonId;
import org.einlass.server.account.PersonTable;
import org.einlass.server.account.SecondFactorTable;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.AwaitedWrite;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;

/** People set up and remove their second factor: codes of an authenticator app. Any thread may call it. */
public final class SecondFactorService {
    private static final Wording WRONG = new Wording("Dieser Code stimmt nicht.", "This code is wrong.");
    private static final Wording NEXT = new Wording(
            "Bitte den nächsten Code der App nehmen und die Uhr des Telefons prüfen.",
            "Take the app's next code, and check the phone's clock.");
    private static final Wording IN_FORCE =
            new Wording("Es gilt schon ein zweiter Faktor.", "A second factor is in force already.");
    private static final Wording REMOVE_FIRST =
            new Wording("Bitte zuerst den heutigen entfernen.", "Remove the present one first.");

    private final Store store;
    private final ServerKey key;
    private final Clock clock;
    private final RandomGenerator chance;
    private final SignInThrottle throttle;

    /** @param chance must be a {@link java.security.SecureRandom} outside tests */
    public SecondFactorService(Store store, ServerKey key, Clock clock, RandomGenerator chance) {
        this.store = store;
        this.key = key;
        this.clock = clock;
        this.chance = chance;
        this.throttle = new SignInThrottle(clock);
    }

    /**
     * What an app is told, this once.
     *
     * @param secret in base32, for typing
     * @param uri the same for a QR code
     */
    public record SetUp(String secret, String uri) {
        @Override
        public String toString() {
            return "second factor";
        }
    }

    /** Makes a secret, which is in force only when a code of it was {@linkplain #confirm confirmed}. */
    public SetUp begin(PersonId person) {
        String secret = TotpCode.newSecret(chance);
        return AwaitedWrite.in(store, transaction -> {
            String name = PersonTable.find(transaction.handle(), person)
                    .orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_PERSON))
                    .name();
            SecondFactorTable.propose(transaction.handle(), person, key.seal(secret, place(person)));
            return new SetUp(secret, TotpCode.uri(name, secret));
        });
    }

    /**
     * From now on a code is asked for at sign-in.
     *
     * @throws Rejected where {@code code} is not one of the new secret, or another one is in force
     */
    public void confirm(PersonId person, String code) {
        AwaitedWrite.in(store, transaction -> {
            String sealed =
                    SecondFactorTable.pending(transaction.handle(), person).orElseThrow(SecondFactorService::wrong);
            OptionalLong step = TotpCode.step(key.open(sealed, place(person)), code, clock.instant());
            if (!SecondFactorTable.confirm(
                    transaction.handle(), person, sealed, step.orElseThrow(SecondFactorService::wrong))) {
                throw Rejected.because(RejectionReason.CONFLICT).saying(IN_FORCE, REMOVE_FIRST);
            }
            AuditTrail.by(person.author(), AuditAction.SECOND_FACTOR_SET)
                    .add(transaction, person.toString(), clock.instant());
            return person;
        });
    }

    /**
     * No code is asked for any more.
     *
     * @throws Rejected where {@code code} is wrong, or too many were
     */
    public void remove(PersonId person, String code) {
        String guesser = person.toString();
        SignInThrottle.Attempt attempt = throttle.begin(guesser, guesser);
        if (!attempt.isAllowed()) {
            throw Rejected.because(RejectionReason.OVERLOADED)
                    .saying(SignInRefusal.THROTTLED.sentence(), SignInRefusal.THROTTLED.remedy())
                    .again(attempt.pause());
        }
        AwaitedWrite.in(store, transaction -> {
            if (!accepts(transaction, person, code)) {
                throw wrong();
            }
            SecondFactorTable.remove(transaction.handle(), person);
            AuditTrail.by(person.author(), AuditAction.SECOND_FACTOR_REMOVED)
                    .add(transaction, person.toString(), clock.instant());
            return person;
        });
        throttle.succeeded(guesser, guesser);
    }

    /** Whether the person has a second factor. */
    boolean isAskedOf(PersonId person) {
        return store.<Optional<String>, RuntimeException>read(handle -> SecondFactorTable.find(handle, person))
                .isPresent();
    }

    /** Whether it is a code of the person's, which nobody has used yet; used from now on. */
    boolean accepts(Transaction transaction, PersonId person, String code) {
        Optional<String> sealed = SecondFactorTable.find(transaction.handle(), person);
        if (sealed.isEmpty()) {
            return false;
        }
        OptionalLong step = TotpCode.step(key.open(sealed.get(), place(person)), code, clock.instant());
        return step.isPresent() && SecondFactorTable.use(transaction.handle(), person, step.getAsLong());
    }

    private static Rejected wrong() {
        return Rejected.badValue(WRONG, NEXT, "code");
    }

    private static String place(PersonId person) {
        return "totp|" + person;
    }
}
