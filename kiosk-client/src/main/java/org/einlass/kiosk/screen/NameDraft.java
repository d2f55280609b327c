package org.einlass.kiosk.screen;

import org.einlass.kiosk.guest.GuestName;

/** How a guest spells given and family name so far; forgotten with the panel it was typed in. Event thread only. */
final class NameDraft {
    final GuestName before;
    String given;
    String family;

    NameDraft(GuestName before) {
        this.before = before;
        this.given = before.given();
        this.family = before.family();
    }

    GuestName now() {
        return new GuestName(given, family).stripped();
    }

    /** Without the guest. */
    @Override
    public String toString() {
        return "name draft";
    }
}
