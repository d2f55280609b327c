package org.einlass.kiosk.screen;

/**
 * What a guest has typed so far of booking number and family name; forgotten with the panel it was typed in. Event
 * thread only.
 */
final class BookingDraft {
    String number = "";
    String familyName = "";
    boolean asking;

    /** Without the guest. */
    @Override
    public String toString() {
        return "booking draft";
    }
}
