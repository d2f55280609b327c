package org.einlass.kiosk.desk.state;

/** What a locked desk waits for. */
public enum DeskOpening {
    /** A short name and a PIN. */
    NAME,
    /** A helper's badge before the scanner. */
    BADGE,
    /** The PIN of the helper whose badge was shown. */
    PIN
}
