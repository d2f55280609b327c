package org.einlass.server.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.device.ReportingDevice;
import org.einlass.server.event.EventConfig;
import org.jspecify.annotations.Nullable;

/**
 * Decides which reported entries go to quarantine instead of becoming facts: what nobody understands, what
 * bears the id of another entry, and what its device may not write. Entries are judged by the kind of the
 * device and by all doors that it was ever assigned to, so that a kiosk that was moved while it was offline
 * loses nothing. What is a fact already stays one.
 *
 * <p>A kiosk writes scans, prints, answers of guests and the undoing of its own entries. A hand-held scanner at a door writes
 * besides who was let in against the verdict at its doors, and counts of the areas behind them. A desk writes
 * everything.
 */
final class QuarantineRules {
    private final EventConfig eventConfig;
    private final Map<DeviceId, ReportingDevice> devices;
    private final KnownIds knownIds;

    QuarantineRules(EventConfig eventConfig, Map<DeviceId, ReportingDevice> devices, KnownIds knownIds) {
        this.eventConfig = eventConfig;
        this.devices = Map.copyOf(devices);
        this.knownIds = knownIds;
    }

    /** Why an entry goes to quarantine, or null where it becomes a fact or is one. */
    @Nullable
    String reason(ReceivedJournal journal, ReceivedEntry received, ClockCorrection clocks) {
        ReportingDevice device = devices.get(journal.device());
        if (device == null && !journal.released()) {
            return "The device is not enrolled in this event.";
        }
        if (device != null && !journal.released() && (journal.revoked() || device.revoked())) {
            return "The device was revoked.";
        }
        JournalEntry entry = received.entry();
        if (entry == null) {
            return Objects.requireNonNullElse(received.reason(), "The entry cannot be read.");
        }
        if (knownIds.isTaken(journal.device(), received)) {
            return "The entry's id belongs to another entry.";
        }
        if (device == null || journal.released() || knownIds.isFact(entry.head().id())) {
            return null;
        }
        return isAfterWipe(device, clocks.correct(journal.device(), entry.head().time()))
                ? "The device was ordered to be wiped before this entry was made."
                : forbidden(journal.device(), device, entry);
    }

    /** Whether the sender may let somebody in whom no door read. */
    boolean trusts(ReceivedJournal journal) {
        ReportingDevice device = devices.get(journal.device());
        return journal.released() || (device != null && device.kind() == DeviceKind.DESK);
    }

    private static boolean isAfterWipe(ReportingDevice device, CorrectedTime made) {
        Instant wipe = device.wipeOrdered();
        return wipe != null && made.at() > wipe.toEpochMilli();
    }

    private @Nullable String forbidden(DeviceId id, ReportingDevice device, JournalEntry entry) {
        return switch (device.kind()) {
            case DESK -> null;
            case DOOR -> forbiddenAtDoors(id, device, entry);
            case KIOSK -> forbiddenAtKiosks(id, device, entry);
        };
    }

    private @Nullable String forbiddenAtKiosks(DeviceId id, ReportingDevice device, JournalEntry entry) {
        if (entry instanceof JournalEntry.Scanned scanned) {
            return device.wasEverAt(scanned.door()) ? null : "The device was never assigned to this door.";
        }
        if (entry instanceof JournalEntry.Undone undone) {
            return isOwn(id, undone.entry()) ? null : "Only a desk undoes entries of other devices.";
        }
        if (entry instanceof JournalEntry.GuestEntry answered) {
            if (answered.isByStaff()) {
                return "Only a desk answers for a guest without a scan.";
            }
            return isOwn(id, answered.scan()) ? null : "Only a desk answers for a guest whom another device read.";
        }
        return entry instanceof JournalEntry.Printed ? null : notBy(device.kind());
    }

    private @Nullable String forbiddenAtDoors(DeviceId id, ReportingDevice device, JournalEntry entry) {
        if (entry instanceof JournalEntry.Overridden overridden) {
            return device.wasEverAt(overridden.door()) ? null : "The device was never assigned to this door.";
        }
        if (entry instanceof JournalEntry.Counted counted) {
            return isBehindItsDoors(device, counted.area())
                    ? null
                    : "The device was never assigned to a door of this area.";
        }
        return forbiddenAtKiosks(id, device, entry);
    }

    private static String notBy(DeviceKind kind) {
        return "A device of kind " + kind + " may not write entries of this type.";
    }

    /** What nobody has heard of yet may be an entry of its own that is still to come. */
    private boolean isOwn(DeviceId device, EntryId entry) {
        return knownIds.owner(entry).map(device::equals).orElse(true);
    }

    private boolean isBehindItsDoors(ReportingDevice device, AreaId area) {
        return eventConfig.doors().values().stream()
                .anyMatch(door -> area.equals(door.area()) && device.wasEverAt(door.id()));
    }
}
