package org.einlass.kiosk.door;

import java.util.List;
import java.util.Optional;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.wire.DoorSheet;

/**
 * What a device knows of its doors after a restart, without network. From any thread; durable. A disk that
 * cannot be used is a {@link org.einlass.kiosk.gate.JournalException}.
 */
public interface DoorMemory {

    /**
     * At which door a helper has placed the device.
     *
     * @param placed the door of the settings at that time: where they name another one now, they hold
     */
    record Choice(DoorId placed, DoorId chosen) {}

    /** The sheets of the doors that the device is assigned to, as the server told them last. */
    List<DoorSheet> assigned();

    void keepAssigned(List<DoorSheet> sheets);

    /** The last choice; empty where nobody has chosen. */
    Optional<Choice> chosen();

    void keepChosen(Choice choice);
}
