package org.einlass.kiosk.screen;

/** What a guest may ask for at the screen, besides showing a ticket. */
public enum GuestRequest {
    /** The ticket is not at hand. */
    NO_TICKET,
    /** The badge or greeting is somebody else's. */
    NOT_ME,
    /** The name on the badge is misspelt. */
    NAME_MISSPELT,
    /** Somebody is to come here. */
    CALL;

    /** Whether it is about the guest whose scene is on. */
    boolean isAboutTheGuest() {
        return this == NOT_ME || this == NAME_MISSPELT;
    }
}
