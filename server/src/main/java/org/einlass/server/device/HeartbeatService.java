package org.einlass.server.device;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.DeviceTrust;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.contract.wire.HeartbeatAnswer.DeviceMessage;
import org.einlass.contract.wire.WipeState;
import org.einlass.server.account.Account;
import org.einlass.server.account.Role;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.helper.HelpersOfDevice;
import org.einlass.server.rejection.Rejected;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes what a device says of itself and tells it how it stands. Any thread may call it. */
public final class HeartbeatService {
    private static final int LONGEST_WORD = 60;
    private static final int MOST_FAULTS = 20;
    private static final Wording TOO_LONG = new Wording("Dieses Wort ist zu lang.", "This word is too long.");
    private static final Wording TOO_MANY =
            new Wording("Hier stehen mehr als 20 Einträge.", "There are more than 20 entries here.");

    private final Store store;
    private final DataKeyTable dataKeys;
    private final Clock clock;

    public HeartbeatService(Store store, DataKeyTable dataKeys, Clock clock) {
        this.store = store;
        this.dataKeys = dataKeys;
        this.clock = clock;
    }

    /**
     * Keeps the newest heartbeat of a device's present enrolment.
     *
     * @param account whose token the device used; it may be of an earlier enrolment, which hears that it is
     *     revoked
     */
    public CompletionStage<HeartbeatAnswer> beat(EventId event, DeviceId device, Account account, Heartbeat heartbeat) {
        check(heartbeat.program(), "program");
        check(heartbeat.kind(), "kind");
        check(heartbeat.printer(), "printer");
        check(heartbeat.helpers(), "helpers");
        HelpersOfDevice.check(heartbeat.locks());
        if (heartbeat.faults() != null && heartbeat.faults().size() > MOST_FAULTS) {
            throw Rejected.badValue(TOO_MANY, "faults");
        }
        AuditTrail trail = AuditTrail.of(AuditAction.HELPER_LOCKED, event.text());
        return store.write(WriteKey.of(event), transaction -> {
            Instant now = clock.instant();
            Heartbeat kept = heartbeat.withoutHelpers();
            HeartbeatTable.keep(transaction.handle(), event, device, account.enrolment(), kept, now);
            shown(transaction.handle(), event, device, heartbeat, now);
            HelpersOfDevice.heard(transaction, event, device, heartbeat.locks(), trail, now);
            return answer(transaction.handle(), event, device, account, heartbeat, now);
        });
    }

    private HeartbeatAnswer answer(
            Handle handle, EventId event, DeviceId device, Account account, Heartbeat heartbeat, Instant now) {
        DeviceTrust trust = DeviceTable.standing(handle, event, device, account.enrolment());
        return new HeartbeatAnswer(
                event,
                device,
                trust,
                WipeOrderTable.find(handle, event, device, account.enrolment())
                        .map(WipeState::order)
                        .orElse(null),
                dataKey(handle, event, account),
                heartbeat.contract() < DoorRule.VERSION,
                now,
                DoorAssignmentTable.doors(handle, event, device),
                trust == DeviceTrust.ENROLLED
                        ? HelpersOfDevice.changed(handle, event, account.role(), heartbeat.helpers(), now)
                        : null,
                trust == DeviceTrust.ENROLLED ? message(handle, event, device, now) : null,
                trust == DeviceTrust.ENROLLED && account.role() == Role.DESK
                        ? CounterOrderTable.find(handle, event, device, now).orElse(null)
                        : null);
    }

    private static void shown(Handle handle, EventId event, DeviceId device, Heartbeat heartbeat, Instant now) {
        UUID message = heartbeat.message();
        if (message != null) {
            DeviceMessageTable.shown(handle, event, device, message, now);
        }
    }

    private static @Nullable DeviceMessage message(Handle handle, EventId event, DeviceId device, Instant now) {
        return DeviceMessageTable.find(handle, event, device, now.minus(DeviceMessage.HOLDS))
                .map(SentMessage::message)
                .orElse(null);
    }

    /** For desks only, and only its number: the key itself is told where nothing else is. */
    private @Nullable Long dataKey(Handle handle, EventId event, Account account) {
        return account.role() == Role.DESK
                ? dataKeys.find(handle, event).map(DataKey::number).orElse(null)
                : null;
    }

    private static void check(@Nullable String word, String field) {
        if (word != null && word.length() > LONGEST_WORD) {
            throw Rejected.badValue(TOO_LONG, field);
        }
    }
}
