package org.einlass.server.device.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.einlass.contract.Wording;
import org.einlass.contract.enrolment.ConfirmationCode;
import org.einlass.contract.enrolment.DevicePublicKey;
import org.einlass.contract.enrolment.EnrolmentCode;
import org.einlass.contract.enrolment.EnrolmentStatus;
import org.einlass.contract.enrolment.EnrolmentStatus.State;
import org.einlass.server.account.Token;
import org.einlass.server.account.login.SignInThrottle;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What a device does to be enrolled, before anybody knows it: redeems its code, tells its nonce, and asks how it
 * stands. Any thread may call it; the stages are completed after the commit, or exceptionally with {@link Rejected}.
 */
public final class RedemptionService {
    /** How long a device waits for a person to confirm it. */
    static final Duration WAITING = Duration.ofHours(1);

    private static final String NO_ACCOUNT = "";
    private static final String HASH = "[0-9a-f]{64}";
    private static final String NONCE = "[A-Za-z0-9_-]{22,100}";
    private static final Wording NO_KEY = new Wording(
            "Das ist kein öffentlicher Schlüssel auf der Kurve P-256.", "This is no public key on the curve P-256.");
    private static final Wording NO_COMMITMENT = new Wording(
            "Hier gehören 64 hexadezimale Ziffern hin, klein geschrieben.",
            "This has to be 64 hexadecimal digits in lower case.");
    private static final Wording NO_NONCE = new Wording(
            "Das ist nicht die Zufallszahl, auf die sich das Gerät festgelegt hat.",
            "This is not the nonce that the device committed itself to.");

    private final Store store;
    private final ServerReach reach;
    private final SignInThrottle throttle;
    private final Clock clock;
    private final RandomGenerator chance;

    /** @param chance must be a {@link java.security.SecureRandom} outside tests */
    public RedemptionService(Store store, ServerReach reach, Clock clock, RandomGenerator chance) {
        this.store = store;
        this.reach = reach;
        this.throttle = new SignInThrottle(clock);
        this.clock = clock;
        this.chance = chance;
    }

    /**
     * Redeems a code, once; the same device may say the same again.
     *
     * @param address where the attempt comes from; after too many wrong codes it has to wait
     * @throws Rejected where the code is unknown, used or expired, or too many were tried
     */
    public CompletionStage<EnrolmentStatus> redeem(String code, String publicKey, String commitment, String address) {
        DevicePublicKey key = key(publicKey);
        if (!commitment.matches(HASH)) {
            throw Rejected.badValue(NO_COMMITMENT, "commitment");
        }
        SignInThrottle.Attempt attempt = throttle.begin(NO_ACCOUNT, address);
        if (!attempt.isAllowed()) {
            throw Rejected.because(RejectionReason.TOO_MANY_ATTEMPTS).again(attempt.pause());
        }
        String hash = EnrolmentCode.parse(code)
                .map(read -> new Token(read.text()).hash())
                .orElseThrow(() ->
                        Rejected.because(RejectionReason.UNKNOWN_ENROLMENT).at("code"));
        store.read(handle -> found(handle, hash));
        String nonce = Token.next(chance).secret();
        return store.write(new WriteKey("", "", ""), transaction -> redeem(transaction, hash, key, commitment, nonce))
                .whenComplete((done, failed) -> {
                    if (failed == null) {
                        throttle.succeeded(NO_ACCOUNT, address);
                    }
                });
    }

    private EnrolmentStatus redeem(
            Transaction transaction, String hash, DevicePublicKey key, String commitment, String nonce) {
        Instant now = clock.instant();
        Enrolment found = found(transaction.handle(), hash);
        found.checkAlive(now);
        boolean again = key.equals(found.key()) && commitment.equals(found.commitment());
        if (found.state() != State.OPEN && !again) {
            throw Rejected.because(RejectionReason.ENROLMENT_USED);
        }
        if (!again) {
            EnrolmentTable.redeem(transaction.handle(), found.id(), key, commitment, nonce, now.plus(WAITING));
            AuditTrail.of(AuditAction.ENROLMENT_REDEEMED, found.event().text())
                    .add(transaction, found.device().text(), now);
        }
        return status(transaction, found.id());
    }

    private static Enrolment found(Handle handle, String hash) {
        return EnrolmentTable.byCode(handle, hash)
                .orElseThrow(() ->
                        Rejected.because(RejectionReason.UNKNOWN_ENROLMENT).at("code"));
    }

    private static DevicePublicKey key(String text) {
        try {
            return new DevicePublicKey(text);
        } catch (IllegalArgumentException e) {
            throw Rejected.badValue(NO_KEY, "publicKey");
        }
    }

    /**
     * Takes the nonce that the device committed itself to: from now on both screens show the short code. The same
     * may be said again.
     */
    public CompletionStage<EnrolmentStatus> open(UUID id, String nonce) {
        if (!nonce.matches(NONCE)) {
            throw Rejected.badValue(NO_NONCE, "nonce");
        }
        store.read(handle -> alive(handle, id));
        return store.write(new WriteKey("", "", ""), transaction -> {
            Enrolment found = alive(transaction.handle(), id);
            DevicePublicKey key = found.key();
            String own = found.nonce();
            if (key == null || own == null || !isPromised(key, nonce, found.commitment())) {
                throw Rejected.badValue(NO_NONCE, "nonce");
            }
            ConfirmationCode code = ConfirmationCode.of(id, reach.pin().orElse(null), key, nonce, own);
            EnrolmentTable.pend(transaction.handle(), id, code.digits());
            return status(transaction, id);
        });
    }

    private Enrolment alive(Handle handle, UUID id) {
        return EnrolmentTable.find(handle, id)
                .orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_ENROLMENT))
                .checkAlive(clock.instant());
    }

    private static boolean isPromised(DevicePublicKey key, String nonce, @Nullable String commitment) {
        return ConfirmationCode.commitment(key, nonce).equals(commitment);
    }

    /** How an enrolment stands. @throws Rejected where it is unknown, was rejected or has expired */
    public EnrolmentStatus status(UUID id) {
        return store.read(handle -> alive(handle, id)).status(reach.pins());
    }

    private EnrolmentStatus status(Transaction transaction, UUID id) {
        return EnrolmentTable.find(transaction.handle(), id).orElseThrow().status(reach.pins());
    }
}
