package org.einlass.server.device.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.einlass.contract.Wording;
import org.einlass.contract.enrolment.DevicePublicKey;
import org.einlass.contract.enrolment.TokenChallenge;
import org.einlass.contract.enrolment.TokenGrant;
import org.einlass.contract.enrolment.TokenNonce;
import org.einlass.server.account.DeviceTokenTable;
import org.einlass.server.account.Token;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.DeviceTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Gives enrolled devices their short-lived tokens, for a signed challenge. A revoked device gets them, too: by them
 * it hears that it is revoked, and delivers its journal. Any thread may call it; the stages are completed after the
 * commit, or exceptionally with {@link Rejected}.
 *
 * <p>A device says which token it was given last. Where a later one of the same key is in use, the disk was copied
 * or restored: the one who comes with the old token gets none, and the organiser is told (as with refresh tokens,
 * RFC 9700, section 4.14.2).
 */
public final class DeviceTokenService {
    /** How long a token is valid; a device asks for the next one at half of it. */
    static final Duration VALID = Duration.ofHours(2);

    private static final Duration CHALLENGE_VALID = Duration.ofMinutes(1);
    private static final Wording NO_TOKEN = new Wording("Das ist kein Token.", "This is no token.");

    private final Store store;
    private final ServerReach reach;
    private final Clock clock;
    private final RandomGenerator chance;

    /** @param chance must be a {@link java.security.SecureRandom} outside tests */
    public DeviceTokenService(Store store, ServerReach reach, Clock clock, RandomGenerator chance) {
        this.store = store;
        this.reach = reach;
        this.clock = clock;
        this.chance = chance;
    }

    /** What the device is to sign, valid once and for a minute. */
    public CompletionStage<TokenNonce> challenge(UUID enrolment) {
        checkConfirmed(enrolment);
        Token nonce = Token.next(chance);
        return store.write(new WriteKey("", "", ""), transaction -> {
            confirmed(transaction.handle(), enrolment);
            Instant until = clock.instant().plus(CHALLENGE_VALID);
            EnrolmentTable.challenge(transaction.handle(), enrolment, nonce, until);
            return new TokenNonce(nonce.secret());
        });
    }

    /**
     * Gives the next token for a signed challenge.
     *
     * @param last the token that the device was given last; null where it was never given one
     */
    public CompletionStage<TokenGrant> renew(UUID enrolment, String nonce, String signature, @Nullable String last) {
        Token challenge = token(nonce, "nonce");
        Token before = last == null ? null : token(last, "token");
        checkConfirmed(enrolment);
        Token next = Token.next(chance);
        return store.write(
                        new WriteKey("", "", ""),
                        transaction -> renew(transaction, enrolment, challenge, signature, before, next))
                .thenApply(given -> {
                    if (!given) {
                        throw Rejected.because(RejectionReason.DEVICE_CLONED);
                    }
                    return new TokenGrant(next.secret(), VALID, reach.pins().isEmpty() ? null : reach.pins());
                });
    }

    /** Whether the token was given; what is noted of a copied disk has to be kept where it was not. */
    private boolean renew(
            Transaction transaction, UUID id, Token challenge, String signature, @Nullable Token before, Token next) {
        Instant now = clock.instant();
        Enrolment enrolment = confirmed(transaction.handle(), id);
        DevicePublicKey key = enrolment.key();
        boolean proven = key != null
                && EnrolmentTable.takeChallenge(transaction.handle(), id, challenge, now)
                && new TokenChallenge(challenge.secret(), enrolment.event(), enrolment.device())
                        .isSigned(key, signature);
        if (!proven) {
            throw Rejected.because(RejectionReason.WRONG_PROOF);
        }
        DeviceTokenTable.Known known = DeviceTokenTable.known(
                transaction.handle(), before, enrolment.event(), enrolment.device(), enrolment.number());
        if (known == DeviceTokenTable.Known.SUPERSEDED) {
            noteClone(transaction, enrolment, now);
            return false;
        }
        DeviceTokenTable.issue(
                transaction.handle(),
                next,
                before,
                enrolment.event(),
                enrolment.device(),
                enrolment.number(),
                now,
                VALID);
        return true;
    }

    private static void noteClone(Transaction transaction, Enrolment enrolment, Instant now) {
        DeviceTable.noteClone(transaction.handle(), enrolment.event(), enrolment.device(), enrolment.number(), now);
        String author = "device:" + enrolment.event() + "/" + enrolment.device();
        AuditTrail.by(author, AuditAction.DEVICE_CLONED, enrolment.event().text())
                .add(transaction, enrolment.device().text(), now);
    }

    /** Anybody may ask: what is refused must not reach the writer. */
    private void checkConfirmed(UUID enrolment) {
        store.read(handle -> confirmed(handle, enrolment));
    }

    private Enrolment confirmed(Handle handle, UUID id) {
        return EnrolmentTable.find(handle, id)
                .orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_ENROLMENT))
                .checkConfirmed(clock.instant());
    }

    private static Token token(String text, String field) {
        return Token.of(text).orElseThrow(() -> Rejected.badValue(NO_TOKEN, field));
    }
}
