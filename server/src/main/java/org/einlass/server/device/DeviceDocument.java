package org.einlass.server.device;

import java.util.List;
import java.util.Objects;
import org.einlass.contract.id.DoorId;
import org.jspecify.annotations.Nullable;

/**
 * A device as the organiser enrols it.
 *
 * @param title how people call it: "Kiosk 3 am Haupteingang"; its id where nothing is said
 * @param doors where it may scan; none means every door of the event
 */
public record DeviceDocument(
        @Nullable String title, DeviceKind kind, @Nullable List<DoorId> doors) {

    List<DoorId> allDoors() {
        return Objects.requireNonNullElse(doors, List.of());
    }
}
