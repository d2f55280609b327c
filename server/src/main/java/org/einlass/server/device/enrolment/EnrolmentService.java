package org.einlass.server.device.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einlass.contract.Wording;
import org.einlass.contract.enrolment.EnrolmentCode;
import org.einlass.contract.enrolment.EnrolmentOffer;
import org.einlass.contract.enrolment.EnrolmentStatus.State;
import org.einlass.contract.enrolment.PrinterName;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.server.account.Accounts;
import org.einlass.server.account.Token;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.device.DeviceService;
import org.einlass.server.device.DeviceTable;
import org.einlass.server.event.EventTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What organisers do for devices that enrol themselves: make one-time codes, compare the short codes, confirm or
 * reject. Any thread may call it; the stages are completed after the commit, or exceptionally with {@link Rejected}.
 */
public final class EnrolmentService {
    /** How long a device may redeem a code. */
    public static final Duration CODE_VALID = Duration.ofMinutes(10);

    /** How many codes and waiting devices an event may have at a time. */
    public static final int MOST_WAITING = 50;

    private static final int LONGEST_TITLE = 120;
    private static final int MOST_DOORS = 100;
    private static final int MOST_NUMBER = 10_000;
    private static final Wording NO_KIND = new Wording("Die Art des Geräts fehlt.", "The kind of device is missing.");
    private static final Wording SAY_KIND =
            new Wording("Bitte KIOSK, DESK oder DOOR angeben.", "Say KIOSK, DESK or DOOR.");
    private static final Wording NO_DOOR = new Wording(
            "Ein Gerät braucht 1 bis " + MOST_DOORS + " Türen, jede einmal.",
            "A device needs 1 to " + MOST_DOORS + " doors, each of them once.");
    private static final Wording SAY_DOORS = new Wording(
            "Bitte die Türen nennen, an denen es scannt; mit der ersten beginnt es.",
            "Name the doors that it scans at; it starts at the first.");
    private static final Wording TOO_LONG = new Wording(
            "Der Name des Geräts hat mehr als " + LONGEST_TITLE + " Zeichen.",
            "The device's name has more than " + LONGEST_TITLE + " characters.");
    private static final Wording NO_PRINTER =
            new Wording("So heißt kein Drucker eines Geräts.", "No printer of a device is written like this.");
    private static final Wording SAY_PRINTER = new Wording(
            "Bitte queue:NAME, ipp://drucker/ipp/print, ipps://drucker/ipp/print oder none angeben.",
            "Say queue:NAME, ipp://printer/ipp/print, ipps://printer/ipp/print or none.");
    private static final Wording TOO_MANY = new Wording(
            "Es sind schon " + MOST_WAITING + " Gerätecodes offen.", MOST_WAITING + " device codes are open already.");
    private static final Wording SETTLE_FIRST = new Wording(
            "Bitte erst wartende Geräte bestätigen oder Codes zurückziehen.",
            "Confirm waiting devices or withdraw codes first.");
    private static final Wording NOBODY_YET =
            new Wording("Noch kein Gerät hat diesen Code benutzt.", "No device has used this code yet.");
    private static final Wording WAIT_FOR_IT = new Wording(
            "Bitte warten, bis das Gerät seinen kurzen Code zeigt.", "Wait until the device shows its short code.");
    private static final Wording ENROLLED_ALREADY =
            new Wording("Dieses Gerät ist schon bestätigt.", "This device is confirmed already.");
    private static final Wording REVOKE_IT = new Wording("Bitte es stattdessen sperren.", "Revoke it instead.");

    private final Store store;
    private final Accounts accounts;
    private final DeviceService devices;
    private final ServerReach reach;
    private final Clock clock;
    private final RandomGenerator chance;

    /** @param chance must be a {@link java.security.SecureRandom} outside tests */
    public EnrolmentService(
            Store store,
            Accounts accounts,
            DeviceService devices,
            ServerReach reach,
            Clock clock,
            RandomGenerator chance) {
        this.store = store;
        this.accounts = accounts;
        this.devices = devices;
        this.reach = reach;
        this.clock = clock;
        this.chance = chance;
    }

    /** Makes a one-time code for a device, valid for ten minutes; whatever else is under way for it ends. */
    public CompletionStage<MadeEnrolment> make(EventId event, EnrolmentDocument document) {
        DeviceKind kind = document.kind();
        if (kind == null) {
            throw Rejected.badValue(NO_KIND, SAY_KIND, "kind");
        }
        List<DoorId> doors = Objects.requireNonNullElse(document.doors(), List.of());
        if (doors.isEmpty() || doors.size() > MOST_DOORS || Set.copyOf(doors).size() < doors.size()) {
            throw Rejected.badValue(NO_DOOR, SAY_DOORS, "doors");
        }
        String title = Objects.requireNonNullElse(document.title(), "").strip();
        if (title.length() > LONGEST_TITLE) {
            throw Rejected.badValue(TOO_LONG, "title");
        }
        String wanted = document.printer();
        PrinterName printer = wanted == null || wanted.isBlank() ? null : printer(wanted.strip());
        EnrolmentCode code = EnrolmentCode.next(chance);
        UUID id = new UUID(chance.nextLong(), chance.nextLong());
        AuditTrail trail = AuditTrail.of(AuditAction.ENROLMENT_CODE_MADE, event.text());
        return store.write(WriteKey.of(event), transaction -> {
            Instant now = clock.instant();
            DeviceId device = prepare(transaction.handle(), event, document.device(), kind, now);
            Enrolment made = new Enrolment(
                    id,
                    event,
                    device,
                    kind,
                    title.isEmpty() ? device.text() : title,
                    doors,
                    State.OPEN,
                    now.plus(CODE_VALID),
                    null,
                    null,
                    null,
                    null,
                    0,
                    wanted == null
                            ? EnrolmentTable.lastPrinter(transaction.handle(), event, device)
                                    .orElse(null)
                            : printer);
            DeviceService.checkDoors(transaction.handle(), event, made.document());
            EnrolmentTable.add(transaction.handle(), made, new Token(code.text()).hash(), now);
            trail.add(transaction, device.text(), now);
            return told(made, code);
        });
    }

    private static PrinterName printer(String text) {
        try {
            return PrinterName.typed(text);
        } catch (IllegalArgumentException wrong) {
            throw Rejected.badValue(NO_PRINTER, SAY_PRINTER, "printer");
        }
    }

    /** Which device it will be; the newest code for a device is the one that counts. */
    private static DeviceId prepare(
            Handle handle, EventId event, @Nullable DeviceId wanted, DeviceKind kind, Instant now) {
        EventTable.checkKnown(handle, event);
        if (wanted != null) {
            EnrolmentTable.rejectOthers(handle, event, wanted);
        }
        List<Enrolment> waiting = EnrolmentTable.waiting(handle, event, now);
        if (waiting.size() >= MOST_WAITING) {
            throw Rejected.because(RejectionReason.CONFLICT).saying(TOO_MANY, SETTLE_FIRST);
        }
        if (wanted != null) {
            return wanted;
        }
        Set<DeviceId> taken = waiting.stream().map(Enrolment::device).collect(Collectors.toSet());
        return IntStream.range(1, MOST_NUMBER)
                .mapToObj(number -> new DeviceId(kind.name().toLowerCase(Locale.ROOT) + "-" + number))
                .filter(free -> !taken.contains(free)
                        && DeviceTable.enrolment(handle, event, free).isEmpty())
                .findFirst()
                .orElseThrow(() -> Rejected.because(RejectionReason.CONFLICT));
    }

    private MadeEnrolment told(Enrolment made, EnrolmentCode code) {
        EnrolmentOffer offer = new EnrolmentOffer(
                reach.addresses().stream().limit(EnrolmentOffer.MOST_ADDRESSES).toList(), reach.pins(), code);
        return new MadeEnrolment(
                made.id(),
                made.device(),
                code.grouped(),
                offer.text(),
                offer.addresses(),
                offer.pins(),
                made.expires());
    }

    /** Codes that are open and devices that wait to be confirmed. */
    public List<WaitingDevice> waiting(EventId event) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return EnrolmentTable.waiting(handle, event, clock.instant()).stream()
                    .map(WaitingDevice::of)
                    .toList();
        });
    }

    /**
     * Enrols a device that waits. A device of the same id loses what it had: its key and its tokens are revoked.
     *
     * @param confirmation the short code that stands on the device's screen, with or without blanks
     * @throws Rejected where it is another one, or the enrolment is not waiting
     */
    public CompletionStage<WaitingDevice> confirm(EventId event, UUID id, String confirmation) {
        AuditTrail trail = AuditTrail.of(AuditAction.DEVICE_ENROLLED, event.text());
        return store.write(WriteKey.of(event), transaction -> {
                    Instant now = clock.instant();
                    Enrolment waiting = find(transaction.handle(), event, id).checkAlive(now);
                    if (waiting.state() == State.OPEN || waiting.state() == State.REDEEMED) {
                        throw Rejected.because(RejectionReason.CONFLICT).saying(NOBODY_YET, WAIT_FOR_IT);
                    }
                    if (!confirmation.replaceAll("\\s", "").equals(waiting.confirmation())) {
                        throw Rejected.because(RejectionReason.CODES_DIFFER).at("confirmation");
                    }
                    if (waiting.state() == State.PENDING) {
                        enrol(transaction, waiting);
                        trail.add(transaction, waiting.device().text(), now);
                    }
                    return WaitingDevice.of(find(transaction.handle(), event, id));
                })
                .whenComplete((done, failed) -> accounts.forget());
    }

    private void enrol(Transaction transaction, Enrolment waiting) {
        devices.enrol(transaction, waiting.event(), waiting.device(), waiting.document(), null);
        long number = DeviceTable.enrolment(transaction.handle(), waiting.event(), waiting.device())
                .orElseThrow();
        EnrolmentTable.confirm(transaction.handle(), waiting.id(), number);
    }

    /** Rejects a device that waits, or withdraws a code. Again is the same. */
    public CompletionStage<UUID> reject(EventId event, UUID id) {
        AuditTrail trail = AuditTrail.of(AuditAction.ENROLMENT_REJECTED, event.text());
        return store.write(WriteKey.of(event), transaction -> {
            Enrolment waiting = find(transaction.handle(), event, id);
            if (waiting.state() == State.CONFIRMED) {
                throw Rejected.because(RejectionReason.CONFLICT).saying(ENROLLED_ALREADY, REVOKE_IT);
            }
            if (waiting.state() != State.REJECTED) {
                EnrolmentTable.reject(transaction.handle(), id);
                trail.add(transaction, waiting.device().text(), clock.instant());
            }
            return id;
        });
    }

    private static Enrolment find(Handle handle, EventId event, UUID id) {
        return EnrolmentTable.find(handle, id)
                .filter(found -> found.event().equals(event))
                .orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_ENROLMENT));
    }
}
