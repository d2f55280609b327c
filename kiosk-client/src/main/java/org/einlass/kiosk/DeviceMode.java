package org.einlass.kiosk;

/** What a device works as, as its settings say. */
public enum DeviceMode {
    /** Self-service. */
    KIOSK,
    /** A staffed counter. */
    DESK,
    /** A hand-held scanner at a room. */
    DOOR
}
