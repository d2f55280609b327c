package org.einlass.server.device;

/** What a device is used as; also the role of its token. */
public enum DeviceKind {
    /** Self-service: asks and reports, never lists or searches. */
    KIOSK,
    /** A staffed counter. */
    DESK,
    /** A hand-held scanner at a room. */
    DOOR
}
