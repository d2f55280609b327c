package org.einlass.kiosk.simulation;

/** A rule broken on purpose, to show that the check that guards it sees it. */
enum Mistake {
    NONE,
    /** The disk says that an entry is durable before it is. */
    DISK_LIES,
    /** The server answers "admitted" without holding the claim. */
    NO_CLAIM,
    /** The first fact to arrive counts as the first to happen. */
    ARRIVAL_ORDER,
    /** Admissions that devices decided alone do not count as doubles. */
    BLIND_EYE,
    /** An entry that the server rejects is dropped. */
    DROPS_REJECTED,
    /** The device's wall clock is taken for the time. */
    TRUSTS_WALL,
    /** The device waits for the server as long as it takes. */
    WAITS_FOREVER
}
