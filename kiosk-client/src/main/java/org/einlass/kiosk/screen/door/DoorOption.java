package org.einlass.kiosk.screen.door;

import org.einlass.contract.Wording;

/**
 * A door that the helper may choose.
 *
 * @param id what the choice is told by
 * @param exit whether it leads out
 * @param here whether the device stands there now
 */
public record DoorOption(String id, Wording title, boolean exit, boolean here) {}
