package org.einlass.kiosk;

import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.GateListener;
import org.einlass.kiosk.guest.GuestScreen;
import org.einlass.kiosk.print.PrinterStatus;

/**
 * Who watches a kiosk: its screen, or the line-by-line report of a walk. Called on the kiosk's threads; must
 * not block.
 */
public interface KioskView extends GateListener, GuestScreen {

    /** The badge of {@code scan} is on its way. */
    void printing(EntryId scan);

    /**
     * The badge of {@code scan} is in the hands of the printer or folder of this name, or in the file of this
     * name.
     */
    void printed(EntryId scan, String where);

    /**
     * A printer that reports nothing has the badge of {@code scan}: it may lie there at any moment, and
     * nobody will say so.
     *
     * @param where the printer's name
     */
    default void handedOver(EntryId scan, String where) {
        printed(scan, where);
    }

    /** It could not be printed; the guest is admitted all the same. {@code sentence} is for staff. */
    void notPrinted(EntryId scan, Wording sentence);

    /**
     * The printer is in another state than before. Its sentence is for staff: guests never read what a
     * printer lacks.
     */
    default void printer(PrinterStatus status) {}

    /** From now on this sheet of the device's door holds. */
    default void knows(DoorSheet sheet) {}

    /** The organiser has withdrawn this device: it does nothing more for guests. */
    default void withdrawn() {}

    /** The device has the organiser's trust again. */
    default void readmitted() {}
}
