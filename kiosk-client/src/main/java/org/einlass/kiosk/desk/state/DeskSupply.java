package org.einlass.kiosk.desk.state;

/** What a desk makes and prints by itself, with or without a server. In the order of its menu. */
public enum DeskSupply {
    DESK_COURSE,
    DOOR_COURSE,
    PRACTICE_TICKETS,
    UNLOCK_CARD,
    HANDOVER,
    KIOSK_COURSE,
    SPARE_BADGES
}
