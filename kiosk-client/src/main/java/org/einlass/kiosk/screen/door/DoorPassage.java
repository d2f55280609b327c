package org.einlass.kiosk.screen.door;

/**
 * One of the last scans, as the foot of a door's screen lists them.
 *
 * @param initials of the person, "–" where the device does not know them; never a name
 * @param time on the event's wall, "09:12"
 * @param undone whether it was taken back
 */
public record DoorPassage(String initials, String time, DoorTone tone, DoorSymbol symbol, boolean undone) {}
