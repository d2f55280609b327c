package org.einlass.kiosk.enrolment;

import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.einlass.contract.enrolment.TokenChallenge;
import org.einlass.contract.enrolment.TokenGrant;
import org.einlass.contract.enrolment.TokenNonce;
import org.einlass.contract.enrolment.TokenRequest;
import org.einlass.kiosk.sync.BearerToken;
import org.einlass.kiosk.sync.EnrolmentUplink;
import org.einlass.kiosk.sync.EnrolmentUplink.Answer;
import org.einlass.kiosk.trust.PinnedTrust;
import org.jspecify.annotations.Nullable;

/**
 * The token of an enrolled device: a new one at each start, at half of the time that one is valid, and soon after the
 * server did not take one. It is on the disk before it is used, so that a power cut leaves no token that only the
 * server knows as used: a device that then came with the earlier one would count as copied. With each token the
 * server tells the keys of its CA of today and of the next one, which are trusted from then on.
 */
public final class TokenRenewal implements BearerToken, AutoCloseable {
    private static final Logger LOG = System.getLogger(TokenRenewal.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** A token that was given so lately was refused for what it may do; or the one before was. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(5);

    private final EnrolmentFile file;
    private final @Nullable PinnedTrust trust;
    private final EnrolmentUplink uplink;
    private final RandomGenerator chance;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread worker = new Thread(task, "einlass-token");
        worker.setDaemon(true);
        return worker;
    });

    private volatile DeviceIdentity identity;
    private long lastGrant = System.nanoTime() - FRESH.toNanos();
    private Duration pause = FIRST_PAUSE;
    private @Nullable ScheduledFuture<?> next;
    private String told = "";

    private TokenRenewal(EnrolmentFile file, DeviceIdentity identity, Locale language, RandomGenerator chance) {
        this.file = file;
        this.identity = identity;
        this.chance = chance;
        this.trust = identity.pins().isEmpty() ? null : new PinnedTrust(identity.pins());
        this.uplink = EnrolmentUplink.pinned(identity.addresses().get(0), trust, language);
    }

    /**
     * Begins at once; the token that stands in the file now serves until the next one has come.
     *
     * @throws UnreadableEnrolmentException where the device was not enrolled, or its file is damaged
     */
    public static TokenRenewal start(EnrolmentFile file, Locale language, RandomGenerator chance) {
        DeviceIdentity identity = file.read().orElseThrow(() -> new UnreadableEnrolmentException(file.path()));
        TokenRenewal renewal = new TokenRenewal(file, identity, language, chance);
        renewal.thread.execute(renewal::renew);
        return renewal;
    }

    /** By which keys the server is known now; null for plain HTTP on this machine. */
    public @Nullable PinnedTrust trust() {
        return trust;
    }

    @Override
    public String text() {
        String token = identity.token();
        return token == null ? "none" : token;
    }

    @Override
    public void refused() {
        try {
            thread.execute(this::renewEarly);
        } catch (RejectedExecutionException closed) {
            LOG.log(Level.DEBUG, "The kiosk ends.");
        }
    }

    private void renewEarly() {
        if (System.nanoTime() - lastGrant < FRESH.toNanos()) {
            return;
        }
        ScheduledFuture<?> planned = next;
        boolean soon = planned == null || planned.getDelay(TimeUnit.SECONDS) <= LONGEST_PAUSE.toSeconds();
        if (!soon) {
            schedule(FIRST_PAUSE);
        }
    }

    private void renew() {
        DeviceIdentity present = identity;
        Answer<TokenNonce> challenge = uplink.challenge(present.enrolment());
        if (challenge instanceof Answer.Done<TokenNonce> done) {
            String nonce = done.value().nonce();
            String signature = new TokenChallenge(nonce, present.event(), present.device()).sign(present.key());
            heard(uplink.token(present.enrolment(), new TokenRequest(nonce, signature, present.token())));
            return;
        }
        failed(challenge);
    }

    private void heard(Answer<TokenGrant> reply) {
        if (!(reply instanceof Answer.Done<TokenGrant> done)) {
            failed(reply);
            return;
        }
        DeviceIdentity renewed =
                identity.renewed(done.value().token(), done.value().pins());
        try {
            file.write(renewed);
        } catch (UncheckedIOException full) {
            LOG.log(Level.WARNING, "The next token cannot be kept; the present one goes on.", full);
            again();
            return;
        }
        identity = renewed;
        if (trust != null) {
            trust.follow(renewed.pins());
        }
        lastGrant = System.nanoTime();
        pause = FIRST_PAUSE;
        told = "";
        schedule(done.value().validFor().dividedBy(2));
    }

    private void failed(Answer<?> reply) {
        if (reply instanceof Answer.Refused<?> refused) {
            String sentence =
                    refused.problem().detail() + " " + refused.problem().remedy();
            if (!sentence.equals(told)) {
                LOG.log(Level.WARNING, sentence);
                told = sentence;
            }
            schedule(AFTER_REFUSAL);
            return;
        }
        again();
    }

    private void again() {
        schedule(pause);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Varied by half, so that not all devices of a hall come at once. */
    private void schedule(Duration after) {
        ScheduledFuture<?> planned = next;
        if (planned != null) {
            planned.cancel(false);
        }
        long millis = after.toMillis();
        long varied = millis / 2 + (long) (chance.nextDouble() * millis / 2);
        if (!thread.isShutdown()) {
            next = thread.schedule(this::renew, varied, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
