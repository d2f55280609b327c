package org.einlass.contract.wire;

import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.DeviceTime;

/**
 * A device asks: may the bearer of this code pass this door? Asked again with the same id it gets the same answer for
 * ever.
 *
 * @param code the text as read; a secret, so it travels in the body and is never logged
 */
public record ScanQuestion(EntryId id, DoorId door, String code, DeviceTime time) {

    /** Without the code. */
    @Override
    public String toString() {
        return "question " + id + " at door " + door;
    }
}
