package org.einlass.kiosk.gate;

import org.einlass.contract.id.BootId;

/** A count of nanoseconds that never jumps within one boot, as far as the machine can say. From any thread. */
public interface MachineCount {

    /**
     * The count at one moment.
     *
     * @param boot another one than before where the count may have stood still since: nothing that was known by the
     *     old count holds for the new one
     */
    record Moment(BootId boot, long nanos) {}

    /** The count now. */
    Moment now();
}
