package org.einlass.server.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.einlass.server.backup.Backup;
import org.jspecify.annotations.Nullable;

/**
 * What was erased, and every place that is not yet reached.
 *
 * @param complete whether no place is left: database, devices and backups of this server
 * @param devices that may have held it
 * @param backups of this server's folder from before the erasure, which still hold it, encrypted
 * @param backupsGoneBy when the last of them is replaced, as long as backups are made by themselves; absent where there is
 *     none, or none is made by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErasureReceipt(
        Erasure erasure,
        boolean complete,
        List<DeviceAcknowledgement> devices,
        List<Backup> backups,
        @Nullable Instant backupsGoneBy) {

    public ErasureReceipt {
        devices = List.copyOf(devices);
        backups = List.copyOf(backups);
    }

    /** Devices that may still hold it. */
    public List<String> waiting() {
        return devices.stream()
                .filter(device -> device.acknowledgedAt() == null)
                .map(DeviceAcknowledgement::device)
                .toList();
    }
}
