package org.einlass.kiosk;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.helper.PinLock;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.helper.HelperSignIn;
import org.einlass.kiosk.store.DeviceStore;
import org.einlass.kiosk.sync.Outbox.Backlog;
import org.jspecify.annotations.Nullable;

/** What a kiosk says of itself when it is asked how it is. */
record HeartbeatSource(
        DeviceStore store,
        DeviceClock clock,
        DeviceMode kind,
        BadgePrinting printing,
        HelperSignIn helpers,
        Supplier<List<DeviceFault>> faults,
        Supplier<@Nullable UUID> message)
        implements Supplier<Heartbeat> {

    @Override
    public Heartbeat get() {
        Backlog backlog = store.outbox().backlog();
        List<PinLock> locks = helpers.locks();
        return new Heartbeat(
                KioskClient.VERSION,
                DoorRule.VERSION,
                kind.name(),
                store.keepsakes().doorSheet().map(DoorSheet::phase).orElse(null),
                backlog.waiting(),
                backlog.rejected(),
                backlog.quarantined(),
                store.highWater(),
                store.rosterShelf().cursor().orElse(null),
                clock.stamp(),
                printing.word(),
                kind == DeviceMode.KIOSK ? null : helpers.mark(),
                locks.isEmpty() ? null : locks,
                faults.get(),
                message.get(),
                printing.labels().isPresent()
                        ? Integer.valueOf(printing.labels().getAsInt())
                        : null);
    }
}
