package org.einlass.server.device;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.einlass.contract.Wording;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.WipeReceipt;
import org.einlass.contract.wire.WipeState;
import org.einlass.server.account.Accounts;
import org.einlass.server.account.Token;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.Write;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Enrols, revokes and wipes the devices of an event. Any thread may call it; the stages are completed after
 * the commit, or exceptionally with {@link Rejected}.
 */
public final class DeviceService {
    private static final Wording NO_KIND = new Wording("Die Art des Geräts fehlt.", "The kind of device is missing.");
    private static final Wording SAY_KIND =
            new Wording("Bitte KIOSK, DESK oder DOOR angeben.", "Say KIOSK, DESK or DOOR.");
    private static final Wording NO_WORDS = new Wording(
            "Was gelöscht wurde und was bleibt, steht hier in je höchstens 20 Wörtern wie roster.",
            "What was destroyed, and what is left, is told in at most 20 words each, like roster.");
    private static final Wording NOBODY_NAMED =
            new Wording("Hier fehlt, welche Geräte bestätigt werden.", "Which devices are confirmed is missing here.");
    private static final Wording NAME_THEM = new Wording(
            "Bitte devices mit 1 bis 500 Geräten angeben oder \"all\": true, nicht beides.",
            "Give devices with 1 to 500 of them or \"all\": true, not both.");
    /** How many devices an event may have, revoked ones among them. */
    public static final int MOST = 2_000;

    private static final Wording MANY = new Wording(
            "Eine Veranstaltung hat höchstens " + MOST + " Geräte.", "An event has at most " + MOST + " devices.");
    private static final Wording ENROL_ANEW = new Wording(
            "Bitte ein Gerät, das niemand mehr braucht, neu aufnehmen.", "Enrol a device anew that nobody needs.");
    private static final int MOST_CONFIRMED = 500;
    private static final int MOST_WORDS = 20;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Store store;
    private final Accounts accounts;
    private final DataKeyTable dataKeys;
    private final Clock clock;
    private final RandomGenerator chance;

    /** @param chance must be a {@link java.security.SecureRandom} outside tests */
    public DeviceService(Store store, Accounts accounts, DataKeyTable dataKeys, Clock clock, RandomGenerator chance) {
        this.store = store;
        this.accounts = accounts;
        this.dataKeys = dataKeys;
        this.clock = clock;
        this.chance = chance;
    }

    /** All devices of an event, by id, and how they are. */
    public List<DeviceState> all(EventId event) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return DeviceTable.states(handle, event, clock.instant());
        });
    }

    /** Enrols a device and answers its token, this once. Enrolled again it gets a new token. */
    public CompletionStage<Enrolled> enrol(EventId event, DeviceId device, DeviceDocument document) {
        if (document.kind() == null) {
            throw Rejected.badValue(NO_KIND, SAY_KIND, "kind");
        }
        Token token = Token.next(chance);
        AuditTrail trail = AuditTrail.of(AuditAction.DEVICE_ENROLLED, event.text());
        return change(event, transaction -> {
            enrol(transaction, event, device, document, token);
            trail.add(transaction, device.text(), clock.instant());
            return new Enrolled(event, device, document.kind(), token.secret());
        });
    }

    /**
     * Enrols a device within the caller's transaction, which forgets the {@link Accounts} after its commit.
     *
     * @param token null for a device that proves its key instead
     * @throws Rejected where the event or a door is unknown, or the event has too many devices
     */
    public void enrol(
            Transaction transaction, EventId event, DeviceId device, DeviceDocument document, @Nullable Token token) {
        checkDoors(transaction.handle(), event, document);
        boolean isNew =
                DeviceTable.enrolment(transaction.handle(), event, device).isEmpty();
        if (isNew && DeviceTable.count(transaction.handle(), event) >= MOST) {
            throw Rejected.because(RejectionReason.CONFLICT).saying(MANY, ENROL_ANEW);
        }
        retire(transaction, event, device);
        DeviceTable.put(transaction.handle(), event, device, document, token, clock.instant());
        if (document.kind() == DeviceKind.DESK) {
            dataKeys.ensure(transaction.handle(), event, clock.instant());
        }
        changed(transaction, event, device);
    }

    /**
     * Checks where a device is to scan.
     *
     * @throws Rejected where the event or a door is unknown
     */
    public static void checkDoors(Handle handle, EventId event, DeviceDocument document) {
        EventTable.checkKnown(handle, event);
        if (!DeviceTable.doors(handle, event).containsAll(document.allDoors())) {
            throw Rejected.because(RejectionReason.UNKNOWN_DOOR).at("doors");
        }
    }

    /** Revokes the device's token, from the next request on. What it has reported stays. */
    public CompletionStage<DeviceId> revoke(EventId event, DeviceId device) {
        AuditTrail trail = AuditTrail.of(AuditAction.DEVICE_REVOKED, event.text());
        return change(event, transaction -> {
            retire(transaction, event, device);
            if (!DeviceTable.revoke(transaction.handle(), event, device, clock.instant())) {
                throw Rejected.because(RejectionReason.UNKNOWN_DEVICE);
            }
            changed(transaction, event, device);
            trail.add(transaction, device.text(), clock.instant());
            return device;
        });
    }

    /**
     * Trusts devices again that wait because the server was restored. Those that do not wait stay as they are.
     *
     * @return those that waited, by id
     */
    public CompletionStage<List<DeviceId>> confirm(EventId event, DeviceConfirmation confirmation) {
        List<DeviceId> named = confirmation.named();
        if (confirmation.isAll() != named.isEmpty() || named.size() > MOST_CONFIRMED) {
            throw Rejected.badValue(NOBODY_NAMED, NAME_THEM, "devices");
        }
        AuditTrail trail = AuditTrail.of(AuditAction.DEVICE_CONFIRMED, event.text());
        return change(event, transaction -> {
            EventTable.checkKnown(transaction.handle(), event);
            boolean strange = named.stream()
                    .anyMatch(device -> DeviceTable.enrolment(transaction.handle(), event, device)
                            .isEmpty());
            if (strange) {
                throw Rejected.because(RejectionReason.UNKNOWN_DEVICE).at("devices");
            }
            List<DeviceId> waiting = PendingDevices.of(transaction.handle(), event).stream()
                    .filter(device -> confirmation.isAll() || named.contains(device))
                    .toList();
            if (!waiting.isEmpty()) {
                PendingDevices.confirm(transaction.handle(), event, Set.copyOf(waiting));
            }
            for (DeviceId device : waiting) {
                changed(transaction, event, device);
                trail.add(transaction, device.text(), clock.instant());
            }
            return waiting;
        });
    }

    /** Orders a device to destroy all it holds but its journal. Ordered again it is the same order. */
    public CompletionStage<WipeState> orderWipe(EventId event, DeviceId device) {
        AuditTrail trail = AuditTrail.of(AuditAction.WIPE_ORDERED, event.text());
        return change(event, transaction -> {
            long enrolment = DeviceTable.enrolment(transaction.handle(), event, device)
                    .orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_DEVICE));
            retire(transaction, event, device);
            WipeOrderTable.order(transaction.handle(), event, device, clock.instant());
            changed(transaction, event, device);
            trail.add(transaction, device.text(), clock.instant());
            return WipeOrderTable.find(transaction.handle(), event, device, enrolment)
                    .orElseThrow();
        });
    }

    /**
     * Takes a device's word that it has carried out an order; the first one holds.
     *
     * @param receipt what it destroyed and what it could not, in at most {@value #MOST_WORDS} words each
     */
    public CompletionStage<WipeState> confirmWipe(EventId event, DeviceId device, UUID order, WipeReceipt receipt) {
        checkWords(receipt.destroyed(), "destroyed");
        checkWords(receipt.kept(), "kept");
        AuditTrail trail = AuditTrail.of(AuditAction.DEVICE_WIPED, event.text());
        return store.write(WriteKey.of(event), transaction -> {
            Instant now = clock.instant();
            if (WipeOrderTable.take(transaction.handle(), event, device, order, receipt, now)) {
                trail.add(transaction, device.text(), now);
            }
            return WipeOrderTable.find(transaction.handle(), event, device, order)
                    .orElseThrow(() -> Rejected.because(RejectionReason.UNKNOWN_WIPE));
        });
    }

    /** Every order to wipe a device of an event, to earlier enrolments, too; the newest first. */
    public List<Wipe> wipes(EventId event) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return WipeOrderTable.all(handle, event);
        });
    }

    /**
     * An order to wipe a device.
     *
     * @param title what the device is called now
     * @param state how far the order has come
     */
    public record Wipe(DeviceId device, String title, WipeState state) {}

    private static void checkWords(List<String> words, String field) {
        boolean plain = words.size() <= MOST_WORDS
                && words.stream().allMatch(word -> WORD.matcher(word).matches());
        if (!plain) {
            throw Rejected.badValue(NO_WORDS, field);
        }
    }

    /** The key by which desks read who is behind a code, made where there is none. */
    public CompletionStage<DataKey> dataKey(EventId event) {
        return store.write(WriteKey.of(event), transaction -> {
            EventTable.checkKnown(transaction.handle(), event);
            return dataKeys.ensure(transaction.handle(), event, clock.instant());
        });
    }

    /** Whatever became of it, accounts are read anew: a token may mean something else now. */
    private <T> CompletionStage<T> change(EventId event, Write<T> writing) {
        return store.write(WriteKey.of(event), writing).whenComplete((done, failed) -> accounts.forget());
    }

    /** What a desk knew is not the key of those who stay; once it was told so, it knows nothing newer. */
    private void retire(Transaction transaction, EventId event, DeviceId device) {
        if (DeviceTable.isTrustedDesk(transaction.handle(), event, device)) {
            dataKeys.rotate(transaction.handle(), event, clock.instant());
        }
    }

    private static void changed(Transaction transaction, EventId event, DeviceId device) {
        DeviceTable.version(transaction.handle(), event, device)
                .ifPresent(version -> transaction.changed(event, "device", device.text(), version));
    }
}
