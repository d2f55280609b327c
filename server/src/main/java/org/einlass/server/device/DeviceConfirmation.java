package org.einlass.server.device;

import java.util.List;
import org.einlass.contract.id.DeviceId;
import org.jspecify.annotations.Nullable;

/**
 * Which devices an organiser confirms after the server was restored.
 *
 * @param devices those that are named
 * @param all whether all that wait are meant; then none is named
 */
public record DeviceConfirmation(
        @Nullable List<DeviceId> devices, @Nullable Boolean all) {

    /** One that stands by itself. */
    public static DeviceConfirmation of(DeviceId device) {
        return new DeviceConfirmation(List.of(device), null);
    }

    /** All that wait. */
    public static DeviceConfirmation everyOne() {
        return new DeviceConfirmation(null, true);
    }

    boolean isAll() {
        return Boolean.TRUE.equals(all);
    }

    List<DeviceId> named() {
        return devices == null ? List.of() : List.copyOf(devices);
    }
}
