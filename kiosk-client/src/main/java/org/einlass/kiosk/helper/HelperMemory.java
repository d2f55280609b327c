package org.einlass.kiosk.helper;

import java.util.List;
import org.einlass.contract.helper.HelperRows;
import org.einlass.contract.helper.PinLock;

/** What a device knows of helpers again after a restart. Durable when a method returns; from any thread. */
public interface HelperMemory {

    /** The newest rows that the server has told; {@link HelperRows#NONE} on a new device. */
    HelperRows rows();

    void keep(HelperRows rows);

    /** Badges with wrong PINs in a row, each with the time until which it is barred. */
    List<PinLock> misses();

    void keepMisses(List<PinLock> misses);
}
