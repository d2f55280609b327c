package org.einlass.kiosk.gate;

import org.einlass.contract.id.EntryId;

/** Who watches the gate: a screen, a printer, a log. Called on the gate's loop; must not block. */
public interface GateListener {

    /** A code was read and is being looked up. */
    void reading(EntryId scan);

    /**
     * This device cannot decide alone yet, and the server has not answered so far: it is asked again and
     * again.
     */
    default void waiting(EntryId scan) {}

    /** The guest of a scan that {@link #waiting} told of has waited for long. */
    default void waitingLong(EntryId scan) {}

    /**
     * What was read may be a part of a code only: nothing is decided and nothing journalled; the guest is to
     * show the code once more.
     */
    default void onceMore(EntryId scan, GateReading.Flaw flaw) {}

    /** The verdict; journalled. */
    void passed(ShownOutcome shownOutcome);

    /**
     * The gate cannot work: a disk that takes nothing, a device withdrawn; or no answer came until the guest
     * left, and the device could not decide alone. Nobody was admitted.
     */
    void unable(EntryId scan, Trouble trouble);

    /** The trouble with the journal is over: the gate works again. */
    default void ableAgain() {}

    /** Why the gate cannot work. */
    enum Trouble {
        /** The server has never told this device about its door. */
        NO_DOOR_SHEET,
        /** There is no roster on this device that can be read. */
        NO_ROSTER,
        /** The journal cannot be written. */
        NO_JOURNAL,
        /** Another program holds the journal. */
        JOURNAL_LOCKED,
        /** The organiser has withdrawn this device. */
        WITHDRAWN
    }
}
