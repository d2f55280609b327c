package org.einlass.server.device;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.einlass.contract.Wording;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.HeartbeatAnswer.DeviceMessage;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.DirectSql;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventTable;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What organisers tell the teams at devices. A device hears it with the answer to its next heartbeat and says so with
 * the one after. Any thread may call it; the stages are completed after the commit, or exceptionally with
 * {@link Rejected}.
 */
public final class DeviceMessageService {
    private static final Wording NO_TEXT = new Wording("Der Text fehlt.", "The text is missing.");
    private static final Wording ONE_LINE = new Wording(
            "Bitte eine Zeile mit höchstens " + DeviceMessage.LONGEST + " Zeichen schreiben.",
            "Please write one line of at most " + DeviceMessage.LONGEST + " characters.");
    private static final Wording NOBODY = new Wording("Hier steht kein Gerät.", "There is no device here.");
    private static final Wording NAME_THEM = new Wording(
            "Bitte Geräte nennen oder devices weglassen: Dann lesen es alle.",
            "Name devices, or leave devices out: then all read it.");
    private static final Wording BAD_TEXT =
            new Wording("Dieser Text ist zu lang oder nicht eine Zeile.", "This text is too long or not one line.");

    private final Store store;
    private final Clock clock;

    public DeviceMessageService(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** All messages that hold, the newest first. */
    public List<SentMessage> all(EventId event) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return DeviceMessageTable.all(handle, event, clock.instant().minus(DeviceMessage.HOLDS));
        });
    }

    /**
     * Tells devices something, in place of what they were told before.
     *
     * @param devices each once, none of them revoked; null for all that are not
     * @return all messages that hold now
     */
    public CompletionStage<List<SentMessage>> send(
            EventId event, @Nullable List<DeviceId> devices, @Nullable String text) {
        if (devices != null && devices.isEmpty()) {
            throw Rejected.badValue(NOBODY, NAME_THEM, "devices");
        }
        String line = line(text);
        AuditTrail trail = AuditTrail.of(AuditAction.DEVICE_MESSAGED, event.text());
        return store.write(WriteKey.of(event), transaction -> {
            EventTable.checkKnown(transaction.handle(), event);
            Instant now = clock.instant();
            List<DeviceState> known = DeviceTable.states(transaction.handle(), event, now);
            List<DeviceId> told = known.stream()
                    .filter(state -> state.revokedAt() == null)
                    .filter(state -> devices == null || devices.contains(state.device()))
                    .map(DeviceState::device)
                    .toList();
            if (told.isEmpty() || (devices != null && !told.containsAll(devices))) {
                throw Rejected.because(RejectionReason.UNKNOWN_DEVICE).at("devices");
            }
            DeviceMessageTable.removeBefore(transaction.handle(), event, now.minus(DeviceMessage.HOLDS));
            for (DeviceId device : told) {
                DeviceMessageTable.put(
                        transaction.handle(), event, device, new DeviceMessage(UUID.randomUUID(), line, now));
                trail.add(transaction, device.text(), now);
            }
            return DeviceMessageTable.all(transaction.handle(), event, now.minus(DeviceMessage.HOLDS));
        });
    }

    private static String line(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Rejected.badValue(NO_TEXT, ONE_LINE, "text");
        }
        String line = text.strip();
        if (line.length() > DeviceMessage.LONGEST || line.codePoints().anyMatch(DeviceMessageService::isNoText)) {
            throw Rejected.badValue(BAD_TEXT, ONE_LINE, "text");
        }
        return line;
    }

    /** What breaks a line or turns its direction. */
    private static boolean isNoText(int sign) {
        int type = Character.getType(sign);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    /** Removes all texts of an event that is erased. @return how many rows */
    public static int eraseAll(Handle handle, EventId event) {
        return DirectSql.execute(handle, "delete from device_messages where event = ?", event.text());
    }

    /**
     * Takes back what a device is told; where it is told nothing, or something else by now, nothing happens.
     *
     * @param message the one that is meant; null for whatever it is told
     */
    public CompletionStage<DeviceId> takeBack(EventId event, DeviceId device, @Nullable UUID message) {
        AuditTrail trail = AuditTrail.of(AuditAction.DEVICE_MESSAGE_TAKEN_BACK, event.text());
        return store.write(WriteKey.of(event), transaction -> {
            EventTable.checkKnown(transaction.handle(), event);
            Instant now = clock.instant();
            DeviceMessageTable.find(transaction.handle(), event, device, Instant.EPOCH)
                    .filter(sent ->
                            message == null || message.equals(sent.message().id()))
                    .ifPresent(sent -> {
                        DeviceMessageTable.remove(transaction.handle(), event, device);
                        trail.add(transaction, device.text(), now);
                    });
            return device;
        });
    }
}
