package org.einlass.kiosk.enrolment;

import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.einlass.contract.Wording;
import org.einlass.contract.enrolment.ConfirmationCode;
import org.einlass.contract.enrolment.DevicePublicKey;
import org.einlass.contract.enrolment.EnrolmentCode;
import org.einlass.contract.enrolment.EnrolmentOffer;
import org.einlass.contract.enrolment.EnrolmentRequest;
import org.einlass.contract.enrolment.EnrolmentStatus;
import org.einlass.contract.enrolment.EnrolmentStatus.State;
import org.einlass.contract.tls.KeyPin;
import org.einlass.contract.wire.Problem;
import org.einlass.kiosk.sync.EnrolmentUplink;
import org.einlass.kiosk.sync.EnrolmentUplink.Answer;
import org.einlass.kiosk.sync.ServerAddress;
import org.einlass.kiosk.trust.FirstContactTrust;
import org.einlass.kiosk.words.MessageBundle;
import org.jspecify.annotations.Nullable;

/**
 * Enrols this device: takes an offer that was read or typed, makes the key, shows the short code, waits for a person
 * to confirm it, and writes {@code enrolment.json}. One offer at a time, on a thread of its own; while one is under
 * way others are let be. Any thread may call it.
 */
public final class DeviceSetUp implements AutoCloseable {
    private static final Logger LOG = System.getLogger(DeviceSetUp.class.getName());
    private static final int NONCE_BYTES = 16;

    /** So long a code that did not work is let be, as long as it stays in view. */
    private static final Duration SAME_CODE = Duration.ofSeconds(10);

    private static final MessageBundle WORDS = new MessageBundle("org.einlass.kiosk.enrolment.enrolment");
    private static final Wording NOBODY = WORDS.say("nobody");
    private static final Wording STRANGER = WORDS.say("stranger");
    private static final Wording IN_CLEAR = WORDS.say("inClear");
    private static final Wording NOT_WHOLE = WORDS.say("notWhole");
    private static final Wording NOT_TYPED = WORDS.say("notTyped");
    private static final Wording DISK = WORDS.say("disk");

    private final EnrolmentFile file;
    private final SetUpView view;
    private final Locale language;
    private final Duration look;
    private final SecureRandom chance = new SecureRandom();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Fault lastFault = new Fault("", 0);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread worker = new Thread(task, "einlass-set-up");
        worker.setDaemon(true);
        return worker;
    });

    /**
     * A set-up that waits for an offer.
     *
     * @param language in which the server says what is wrong
     * @param look between two looks whether somebody has confirmed
     */
    public DeviceSetUp(EnrolmentFile file, SetUpView view, Locale language, Duration look) {
        this.file = file;
        this.view = view;
        this.language = language;
        this.look = look;
    }

    /** A camera or scanner has {@code text} in view; what is no offer is let be. */
    public void read(String text) {
        if (!EnrolmentOffer.claims(text) || lastFault.isOf(text)) {
            return;
        }
        begin(text, () -> {
            Optional<EnrolmentOffer> offer = EnrolmentOffer.parse(text);
            return offer.isEmpty()
                    ? Optional.of(NOT_WHOLE)
                    : enrol(
                            offer.get().addresses(),
                            offer.get().pins(),
                            offer.get().code());
        });
    }

    /** A person typed an address and a code. */
    public void type(String address, String code) {
        begin("", () -> {
            Optional<TypedOffer> typed = TypedOffer.parse(address, code);
            return typed.isEmpty()
                    ? Optional.of(NOT_TYPED)
                    : enrol(
                            List.of(typed.get().server()),
                            List.of(),
                            typed.get().code());
        });
    }

    /**
     * Begins, unless something is under way, or the device is enrolled.
     *
     * @param read what a camera or scanner has read; empty for what was typed
     * @param work answers why it did not work; empty where it did, or the set-up ends
     */
    private void begin(String read, Supplier<Optional<Wording>> work) {
        if (busy.compareAndSet(false, true)) {
            thread.execute(() -> attempt(work).ifPresent(fault -> {
                lastFault = new Fault(read, System.nanoTime());
                busy.set(false);
                view.failed(fault);
            }));
        }
    }

    /** A code that did not work and is still in view: the server would take the repetitions for guesses. */
    private record Fault(String read, long nanos) {
        private boolean isOf(String text) {
            return text.equals(read) && System.nanoTime() - nanos < SAME_CODE.toNanos();
        }
    }

    private static Optional<Wording> attempt(Supplier<Optional<Wording>> work) {
        try {
            return work.get();
        } catch (UncheckedIOException full) {
            LOG.log(Level.WARNING, "The enrolment cannot be kept.", full);
            return Optional.of(DISK);
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "The enrolment did not work.", broken);
            return Optional.of(NOBODY);
        }
    }

    private Optional<Wording> enrol(List<URI> addresses, List<KeyPin> pins, EnrolmentCode code) {
        view.asking();
        KeyPair pair = newPair();
        String nonce = newNonce();
        DevicePublicKey key = DevicePublicKey.of(pair.getPublic());
        EnrolmentRequest request =
                new EnrolmentRequest(code.text(), key.text(), ConfirmationCode.commitment(key, nonce));
        Wording why = NOBODY;
        for (URI address : addresses) {
            if (isReadByOthers(address)) {
                why = IN_CLEAR;
                continue;
            }
            FirstContactTrust firstContact = new FirstContactTrust();
            EnrolmentUplink uplink = pins.isEmpty() && "https".equals(address.getScheme())
                    ? EnrolmentUplink.firstContact(address, firstContact, language)
                    : EnrolmentUplink.pinned(address, pins, language);
            Answer<EnrolmentStatus> redeemed = uplink.redeem(request);
            if (redeemed instanceof Answer.Silent<EnrolmentStatus> silent) {
                why = silent.untrusted() ? STRANGER : why;
                continue;
            }
            Supplied supplied = new Supplied(
                    uplink,
                    first(address, addresses),
                    pins.stream().findFirst().or(firstContact::pin).orElse(null),
                    pair,
                    nonce);
            return follow(redeemed, supplied);
        }
        return Optional.of(why);
    }

    /** What one attempt works with. */
    private record Supplied(
            EnrolmentUplink uplink,
            List<URI> addresses,
            @Nullable KeyPin pin,
            KeyPair pair,
            String nonce) {}

    private static boolean isReadByOthers(URI address) {
        return ServerAddress.isReadByOthers(address);
    }

    private static List<URI> first(URI one, List<URI> all) {
        List<URI> ordered = new ArrayList<>(List.of(one));
        all.stream().filter(other -> !other.equals(one)).forEach(ordered::add);
        return ordered;
    }

    private Optional<Wording> follow(Answer<EnrolmentStatus> redeemed, Supplied supplied) {
        if (!(redeemed instanceof Answer.Done<EnrolmentStatus> done)) {
            return Optional.of(sentence(redeemed));
        }
        EnrolmentStatus status = done.value();
        String own = status.nonce();
        Answer<EnrolmentStatus> opened = supplied.uplink().open(status.enrolment(), supplied.nonce());
        if (own == null || !(opened instanceof Answer.Done<EnrolmentStatus>)) {
            return Optional.of(sentence(opened));
        }
        DevicePublicKey key = DevicePublicKey.of(supplied.pair().getPublic());
        view.compare(ConfirmationCode.of(status.enrolment(), supplied.pin(), key, supplied.nonce(), own)
                .grouped());
        return await(status, supplied);
    }

    /** Until somebody decides, or the server says that it is too late; a server that is away is waited for. */
    private Optional<Wording> await(EnrolmentStatus pending, Supplied supplied) {
        while (!Thread.currentThread().isInterrupted()) {
            Answer<EnrolmentStatus> now = supplied.uplink().status(pending.enrolment());
            if (now instanceof Answer.Refused<EnrolmentStatus>) {
                return Optional.of(sentence(now));
            }
            if (now instanceof Answer.Done<EnrolmentStatus> done && done.value().state() == State.CONFIRMED) {
                return keep(done.value(), supplied);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(look.toMillis());
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }
        return Optional.empty();
    }

    /** A server that names other keys than the one that the codes were compared with is not believed. */
    private Optional<Wording> keep(EnrolmentStatus confirmed, Supplied supplied) {
        KeyPin pin = supplied.pin();
        if (pin != null && !confirmed.pins().contains(pin)) {
            return Optional.of(STRANGER);
        }
        DeviceIdentity identity = new DeviceIdentity(
                supplied.addresses(),
                pin == null ? List.of() : confirmed.pins(),
                confirmed.enrolment(),
                confirmed.event(),
                confirmed.device(),
                confirmed.kind(),
                confirmed.doors(),
                Base64.getEncoder().encodeToString(supplied.pair().getPrivate().getEncoded()),
                null,
                confirmed.printer());
        file.write(identity);
        view.enrolled(identity);
        return Optional.empty();
    }

    private static Wording sentence(Answer<EnrolmentStatus> reply) {
        if (reply instanceof Answer.Refused<EnrolmentStatus> refused) {
            Problem problem = refused.problem();
            return Wording.same(problem.detail() + " " + problem.remedy());
        }
        return NOBODY;
    }

    private KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), chance);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java platform lacks the curve P-256.", missing);
        }
    }

    private String newNonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        chance.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
