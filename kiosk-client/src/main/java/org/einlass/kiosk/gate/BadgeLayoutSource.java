package org.einlass.kiosk.gate;

import java.util.function.Consumer;
import org.einlass.contract.registration.BadgeLayoutSet;

/** Where a device gets the organiser's badge layouts. Never blocks; the reply comes once, on any thread. */
@FunctionalInterface
public interface BadgeLayoutSource {

    /**
     * Asks for the layouts that hold now.
     *
     * @param known digest of the layouts that the device has; empty for none
     */
    void fetchLayouts(String known, Consumer<Reply<BadgeLayoutSet>> then);
}
