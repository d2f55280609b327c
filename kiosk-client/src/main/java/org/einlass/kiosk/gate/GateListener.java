package org.einlass.kiosk.gate;

import org.einlass.contract.id.EntryId;

/** Who watches the gate: a screen, a printer, a log. Called on the gate's loop; must not block. */
public interface GateListener {

    /** A code was read and is being looked up. */
    void reading(EntryId scan);

    /** The verdict; journalled. */
    void passed(ShownOutcome shownOutcome);

    /** The gate cannot work: no door sheet yet, a disk that takes nothing, a device withdrawn. Nobody was admitted. */
    void unable(EntryId scan, Trouble trouble);

    /** Why the gate cannot work. */
    enum Trouble {
        /** The server has never told this device about its door. */
        NO_DOOR_SHEET,
        /** The journal cannot be written. */
        NO_JOURNAL,
        /** The organiser has withdrawn this device. */
        WITHDRAWN
    }
}
