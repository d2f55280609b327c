package org.einlass.server.device.helper;

import org.einlass.server.account.Role;

/** At which devices a helper's badge is good. */
public enum HelperWork {
    DESK,
    DOOR,
    BOTH;

    /** Whether devices of this role take the badge. */
    boolean isAt(Role role) {
        return switch (role) {
            case DESK -> this != DOOR;
            case DOOR -> this != DESK;
            case KIOSK, ORGANISER, AUDITOR, PERSON -> false;
        };
    }
}
